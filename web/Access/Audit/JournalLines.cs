using System.Collections.Frozen;
using System.Text.Json;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Access.Audit;

/// <summary>What commands did at sites, as the journal has it.</summary>
internal sealed class JournalLines(IJournalSearch journal) : IAuditSource
{
    /// <summary>Clocks of two nodes differ by little, so that times may stand in another order than entries do.</summary>
    private const int MoreThanAsked = 50;

    private const int EntriesAtOnce = 1000;

    private static readonly FrozenDictionary<string, Type> Happenings = typeof(SiteEvent).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(SiteEvent)) && !type.IsAbstract)
        .ToFrozenDictionary(CodeOf, StringComparer.Ordinal);

    /// <summary>The codes of all that can happen at a site.</summary>
    public static IEnumerable<string> Acts => Happenings.Keys.Order(StringComparer.Ordinal);

    public async Task<IReadOnlyList<AuditLine>> Find(
        AuditQuestion question, AuditReach reach, DateTimeOffset until, int most, CancellationToken token)
    {
        if (question.Act is { } act && !Happenings.ContainsKey(act))
        {
            return [];
        }

        var before = until.AddMilliseconds(1);
        var asked = new JournalQuestion(
            By: question.Who ?? question.Involving, Stay: question.Stay, From: question.From, To: question.To < before ? question.To : before);
        var lines = new List<AuditLine>();
        foreach (var place in reach.PlacesFor(question.About))
        {
            lines.AddRange(await Find(asked with { Under = place }, question.Act, most + MoreThanAsked, token));
        }

        return [.. lines.Where(line => line.At <= until).OrderByDescending(line => line.At)];
    }

    private async Task<List<AuditLine>> Find(JournalQuestion question, string? act, int most, CancellationToken token)
    {
        var lines = new List<AuditLine>();
        while (lines.Count < most && await journal.Search(question, act is null ? most : EntriesAtOnce, token) is { Count: > 0 } entries)
        {
            lines.AddRange(entries.Where(entry => act is null || entry.Event.GetType() == Happenings[act]).Select(LineOf));
            question = question with { Before = entries[^1].Position };
        }

        return lines;
    }

    private static AuditLine LineOf(JournalEntry entry) =>
        new(entry.At, entry.By, CodeOf(entry.Event.GetType()), entry.Site.Value, StayEvents.StayOf(entry.Event), entry.Operation, null, null);

    private static string CodeOf(Type happening) => JsonNamingPolicy.KebabCaseLower.ConvertName(happening.Name);
}
