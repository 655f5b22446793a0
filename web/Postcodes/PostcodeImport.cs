using System.IO.Compression;
using System.Text.Json;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Store;
using CapacityBoard.Journal;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Postcodes;

/// <summary>
/// Imports a postcode directory in place of the last one. The file is read to its end before anything is written, and what is
/// kept is written in one transaction: whatever fails, the last directory stays.
/// </summary>
internal sealed class PostcodeImport(AccessStore store, ISitePostcodes sites, TimeProvider clock)
{
    private const int LongestFileName = 200;

    /// <returns>What was taken; or the problem, in words, with what to do.</returns>
    public async Task<(PostcodeCounts? Counts, string? Problem)> Run(Stream file, string fileName, AccessActor by, CancellationToken token)
    {
        var (postcodes, read, problem) = await Task.Run(() => Read(file, token), token);
        if (postcodes is null)
        {
            return (null, problem);
        }

        var directory = PostcodeSelection.Of(postcodes, await sites.All(token));
        var counts = read! with { Kept = directory.Postcodes.Count, Sectors = directory.Sectors.Count, Districts = directory.Districts.Count };
        await store.Ask(context => Replace(context, Shortened(fileName), counts, directory.ToBytes(), by), CancellationToken.None);
        return (counts, null);
    }

    /// <summary>ONS publishes the directory as a zip, whose largest CSV file is the whole of it.</summary>
    private static (PostcodeTable? Postcodes, PostcodeCounts? Counts, string? Problem) Read(Stream file, CancellationToken token)
    {
        if (!IsZip(file))
        {
            return PostcodeFile.Read(file, token);
        }

        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Where(entry => entry.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)).MaxBy(entry => entry.Length) is not { } largest)
            {
                return (null, null, "The file is a spreadsheet, or a zip file without a CSV file. Choose the directory's CSV file. Nothing was changed.");
            }

            using var csv = largest.Open();
            return PostcodeFile.Read(csv, token);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or IOException or ArgumentException)
        {
            return (null, null, "The zip file is damaged or cut off. Download it again. Nothing was changed.");
        }
    }

    private static bool IsZip(Stream file)
    {
        Span<byte> start = stackalloc byte[2];
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return read == start.Length && start.SequenceEqual("PK"u8);
    }

    private async Task<int> Replace(AccessContext context, string fileName, PostcodeCounts counts, byte[] content, AccessActor by)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await context.Database.BeginTransactionAsync();
        var last = await context.Postcodes.OrderByDescending(row => row.Id).Select(row => new { row.Since }).FirstOrDefaultAsync();
        var row = new PostcodeDirectoryRow
        {
            FileName = fileName,
            Counts = JsonSerializer.Serialize(counts, DomainJson.Options),
            Content = content,
            Since = last?.Since ?? now,
            Imported = now,
            ImportedBy = by.Name,
        };
        context.Add(row);
        context.Add(by.Entry(clock, Acts.PostcodesImported, "*", fileName));
        await context.SaveChangesAsync();
        await context.Postcodes.Where(other => other.Id < row.Id).ExecuteDeleteAsync();
        await transaction.CommitAsync();
        return counts.Kept;
    }

    private static string Shortened(string fileName) => fileName[..Math.Min(fileName.Length, LongestFileName)];
}
