using System.Text.Json;
using CapacityBoard.Journal.Copying;

namespace CapacityBoard.Postcodes;

/// <summary>The postcodes of the sites in a journal, for the command line. A server may be running on it.</summary>
internal sealed class SitePostcodesInJournal(IJournalRows rows) : ISitePostcodes
{
    private const int RowsAtOnce = 2000;

    private static readonly string[] TypesWithDetails = ["site-registered", "site-details-revised"];

    public async Task<IReadOnlyCollection<string>> All(CancellationToken token)
    {
        var found = new HashSet<string>();
        for (var position = 0L; await rows.Read(position, RowsAtOnce, token) is { Count: > 0 } read; position = read[^1].Position)
        {
            foreach (var row in read.Where(row => TypesWithDetails.Contains(row.Type)))
            {
                using var data = JsonDocument.Parse(row.Data);
                if (data.RootElement.TryGetProperty("details", out var details) && details.TryGetProperty("postcode", out var postcode) && postcode.GetString() is { } text)
                {
                    found.Add(text);
                }
            }
        }

        return found;
    }
}
