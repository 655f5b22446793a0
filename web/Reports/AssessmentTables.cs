using System.Collections.Immutable;
using CapacityBoard.Assessments;
using CapacityBoard.Reports.Facts;
using CapacityBoard.Sites;
using CapacityBoard.Ui;

namespace CapacityBoard.Reports;

/// <summary>The tables of <see cref="AssessmentTimes"/>: each kind with its hospitals below each other, and by where people live.</summary>
internal static class AssessmentTables
{
    /// <summary>A difference between hospitals is put in words only if each has done this many.</summary>
    private const int EnoughToCompare = 5;

    public static double HoursOf(Counted counted) => counted.Days * 24;

    public static ImmutableArray<ReportTable> Of(KnownFacts facts, IReadOnlyCollection<Counted> counted) =>
    [
        new(
            "by-hospital",
            "Hours from asked to done, by assessment and hospital",
            [ReportColumn.Words("kind", "Assessment"), ReportColumn.Words("hospital", "Hospital or unit"), .. Figures],
            [
                .. ByKind(counted).SelectMany(kind => kind.GroupBy(each => each.Place).OrderBy(place => facts.NameOf(place.Key), StringComparer.Ordinal)
                    .Select(place => Row(place, new(Place: place.Key, Code: kind.Key), Name(kind.Key), ReportCell.Of(NameOf(facts, place.Key), place.Key)))),
            ],
            Summary: Difference(facts, counted)),
        new(
            "by-home",
            "Hours from asked to done, by assessment and where people live",
            [ReportColumn.Words("kind", "Assessment"), ReportColumn.Words("home", "Lives in"), .. Figures],
            [
                .. ByKind(counted).SelectMany(kind => kind.GroupBy(each => each.Owner).OrderBy(home => home.Key, StringComparer.Ordinal)
                    .Select(home => Row(home, new(Code: kind.Key, Owner: home.Key), Name(kind.Key), ReportCell.Of(HomeOf(home.Key), home.Key)))),
            ]),
        new(
            "by-kind",
            "Hours from asked to done, by assessment",
            [ReportColumn.Words("kind", "Assessment"), .. Figures],
            [
                .. ByKind(counted).Select(kind => Row(kind, new(Code: kind.Key), Name(kind.Key))),
                .. counted.Count == 0 ? [] : new[] { Row(counted, new(), ReportCell.Of("All", "all")) },
            ]),
    ];

    private static ImmutableArray<ReportColumn> Figures { get; } =
    [
        new("done", "Done"), new("median", "Median hours", HasBars: true), new("ninetieth", "9 in 10 within (hours)"), new("left", "Person left first"),
        new("open", "Open"), new("overdue", "Overdue"),
    ];

    private static IEnumerable<IGrouping<string, Counted>> ByKind(IEnumerable<Counted> counted) => counted.GroupBy(each => each.Code).OrderBy(kind => KindOf(kind.Key));

    private static AssessmentKind KindOf(string code) => Codes.TryParse<AssessmentKind>(code, out var kind) ? kind : default;

    private static ReportCell Name(string code) => ReportCell.Of(KindOf(code).Entry().Words, code);

    private static string NameOf(KnownFacts facts, string place) =>
        place.StartsWith($"{facts.Locality}/", StringComparison.Ordinal) ? facts.NameOf(place) : $"{facts.NameOf(place)}: this area’s people only";

    private static string HomeOf(string home) => home == ReportWords.NotRecorded ? "Not known" : Labels.OfPart(home);

    private static ReportRow Row(IEnumerable<Counted> counted, Behind behind, params IEnumerable<ReportCell> heads)
    {
        var sets = counted.ToLookup(each => each.Set);
        var lengths = Lengths.Of(sets[AssessmentTimes.Done].Select(HoursOf));
        return new(
        [
            .. heads, Count(AssessmentTimes.Done), ReportCell.Of(lengths.Median), ReportCell.Of(lengths.Ninetieth),
            Count(AssessmentTimes.Left), Count(AssessmentTimes.Open), Count(AssessmentTimes.Overdue),
        ]);

        ReportCell Count(string set) => ReportCell.Of(sets[set].Count(), behind with { Set = set });
    }

    /// <summary>The assessment whose time differs most between two hospitals, in a sentence; null if none can be compared.</summary>
    private static string? Difference(KnownFacts facts, IEnumerable<Counted> counted) => ByKind(counted.Where(each => each.Set == AssessmentTimes.Done))
        .Select(kind => (Kind: kind.Key, Places: kind.GroupBy(each => each.Place).Where(place => place.Count() >= EnoughToCompare)
            .Select(place => (Name: facts.NameOf(place.Key), Hours: Lengths.Of(place.Select(HoursOf)).Median!.Value)).OrderBy(place => place.Hours).ToList()))
        .Where(kind => kind.Places.Count > 1)
        .OrderByDescending(kind => kind.Places[^1].Hours - kind.Places[0].Hours)
        .Select(kind => $"Largest difference: {Name(kind.Kind).Text}, with a median of {Hours(kind.Places[0])} and {Hours(kind.Places[^1])}.")
        .FirstOrDefault();

    private static string Hours((string Name, double Hours) place) => $"{ReportWords.Number(place.Hours, 0)} hours at {place.Name}";
}
