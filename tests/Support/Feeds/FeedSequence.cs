using CapacityBoard.Feeds;
using CapacityBoard.Sites;

namespace CapacityBoard.Support.Feeds;

/// <summary>What a hospital's system sends on one day, and who is where afterwards.</summary>
/// <param name="Stated">The census, one line a person: see <c>sequences.txt</c>.</param>
public sealed record FeedSequence(string Title, IReadOnlyList<FeedLine> Lines, IReadOnlyList<string> Stated)
{
    /// <summary>A Thursday in winter.</summary>
    public static DateOnly Day { get; } = new(2026, 11, 26);

    /// <summary>When all has been sent.</summary>
    public static DateTimeOffset Evening { get; } = LocalDay.FromLocal(Day.ToDateTime(new(23, 0)));

    public const string Hospital = "stockport/stepping-hill";

    public static SiteKey A1 { get; } = SiteKey.Parse($"{Hospital}/a1");

    public static SiteKey B2 { get; } = SiteKey.Parse($"{Hospital}/b2");

    public static SiteKey C3 { get; } = SiteKey.Parse($"{Hospital}/c3");

    public static FeedDefinition Definition { get; } = new(
        "Test PAS", "PAS", "SHH", ReferenceField.VisitNumber, ["I"], [new("A1", A1), new("B2^*", B2), new("C3^*^*", C3), new("THEATRE", null), new("LOUNGE*", null)]);

    /// <summary>200 sequences: those that are written down, and pairs of them at once.</summary>
    public static IReadOnlyList<FeedSequence> All { get; } = [.. Written().Concat(Pairs()).Take(200)];

    public override string ToString() => Title;

    /// <summary>This sequence and another about other people in other beds, one message of each in turn.</summary>
    private FeedSequence And(FeedSequence other)
    {
        var renamed = other.Lines.Select(line => line.Renamed(reference => $"T{reference}", Elsewhere)).ToList();
        var lines = Lines.Zip(renamed, (one, two) => new[] { one, two }).SelectMany(pair => pair)
            .Concat(Lines.Skip(renamed.Count)).Concat(renamed.Skip(Lines.Count)).ToList();
        return new($"{Title}; {other.Title}", lines, [.. Stated, .. other.Stated.Select(line => string.Join(' ', line.Split(' ').Select((word, index) => Stating(word, index))))]);
    }

    private static string Elsewhere(string location) => location.Split('^') is [var ward, var room, .. var rest] ? string.Join('^', [ward, $"9{room}", .. rest]) : location;

    private static string Stating(string word, int index) => (index, word) switch
    {
        (0, _) => $"T{word}",
        (2, ['0' or '1' or '2' or '3', ..]) when !word.Contains(':', StringComparison.Ordinal) => $"9{word}",
        _ => word,
    };

    private static IEnumerable<FeedSequence> Pairs()
    {
        // What counts a whole ward, or what waits, says so for one sequence alone.
        var written = Written().Where(each => each.Stated.All(line => line[0] is 'S')).ToList();
        return written.Where(each => each.Stated.All(line => !line.Contains("label", StringComparison.Ordinal)))
            .SelectMany((one, index) => new[] { 7, 23 }.Select(step => one.And(Plain(written, index + step))));
    }

    /// <summary>A sequence whose second time has no bed label that depends on the first.</summary>
    private static FeedSequence Plain(List<FeedSequence> written, int index) =>
        Enumerable.Range(index, written.Count).Select(each => written[each % written.Count]).First(each => each.Lines.All(line => line.Location?.Contains("2B04", StringComparison.Ordinal) != true)
            && each.Stated.All(line => !line.Contains("label", StringComparison.Ordinal) && !line.Contains(" - ", StringComparison.Ordinal) && !line.EndsWith(" -", StringComparison.Ordinal)));

    private static IEnumerable<FeedSequence> Written()
    {
        var blocks = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Feeds", "sequences.txt")).ReplaceLineEndings("\n").Split("\n## ").Skip(1);
        foreach (var block in blocks)
        {
            var lines = block.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            yield return new(
                lines[0],
                [.. lines.Skip(1).Where(line => line[0] != '=').Select(FeedLine.Parse)],
                [.. lines.Skip(1).Where(line => line[0] == '=').Select(line => line[2..])]);
        }
    }
}
