using System.Collections.Immutable;
using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Policies;
using CapacityBoard.Reports.Facts;
using CapacityBoard.Sites;
using CapacityBoard.Ui;

namespace CapacityBoard.Reports;

/// <summary>
/// Occupancy and vacancies by type and day, how long vacancies last, how holds end, and how often sites declare.
/// </summary>
internal sealed class BedUse : IReport
{
    private const string Filled = "filled";
    private const string Empty = "still-empty";
    private const string RanOut = "ran-out";
    private const string Declared = "declared";

    public string Code => "beds";

    public string Title => "Beds and vacancies";

    public string Question => "How full is each type of bed, how long do vacancies stay empty, and how many holds expire?";

    public IEnumerable<Counted> Count(KnownFacts facts, ReportQuestion question) =>
        CountVacancies(facts, question).Concat(CountHolds(facts, question)).Concat(CountDeclarations(facts, question));

    public Report Of(KnownFacts facts, ReportQuestion question, LocalityPolicies policies)
    {
        var (nights, vacancies) = (BedNights.Of(facts, question), CountVacancies(facts, question).ToList());
        return new(
            Code,
            Title,
            question,
            [
                BedOccupancy.ByDay(nights),
                .. BedCounts.ByDay(nights, question),
                BedCounts.ByType(nights),
                TimeEmpty(vacancies),
                HoldsEnded([.. CountHolds(facts, question)]),
                TimeToUpdate([.. CountDeclarations(facts, question)]),
                BedCounts.ByTypeAndDay(nights),
            ],
            [
                "Beds are counted at midnight at the start of each day, as the board showed them then. Closed sites are not counted. Vacant is the total minus occupied, closed and held beds, whether or not placements were suspended. Occupancy is occupied beds out of the total. Care packages are counted as beds are, but apart from them.",
                "A vacancy is empty from when it became available until it is held or occupied. Of a site’s vacancies of one type, the longest empty is assumed to be filled first. Vacancies filled on these days are counted. Vacancies closed or removed are not.",
                "A hold is counted on the day it ended: used for an admission, declined by the site, released, or expired.",
                "Time between updates runs from one update by a site (such as a declaration, confirmation, admission or discharge) to its next. It is counted on the day of the later update.",
            ],
            Overall(vacancies));
    }

    public Headline Headline(KnownFacts facts, ReportQuestion question, LocalityPolicies policies) => BedOccupancy.Headline(BedNights.Of(facts, question));

    public static string TypeName(string code) => Codes.TryParse<BedType>(code, out var type) ? Labels.Of(type) : code;

    private static IEnumerable<Counted> CountVacancies(KnownFacts facts, ReportQuestion question)
    {
        var (holds, whole) = (facts.Holds.ToLookup(hold => (hold.Site, hold.Type)), question.Whole);
        foreach (var line in facts.Lines)
        {
            var place = HospitalOrUnit.Of(line.Site);
            foreach (var spell in question.Covers(place) && question.Covers(line.Type) ? Vacancies.Of(line, holds[(line.Site, line.Type)], question.Now) : [])
            {
                var counts = spell.To ?? question.Now;
                if ((spell.IsFilled || spell.To is null) && whole.Covers(counts))
                {
                    yield return new(LocalDay.Of(counts), line.Site, place, Codes.Of(line.Type), "", spell.IsFilled ? Filled : Empty, null, spell.From, spell.To);
                }
            }
        }
    }

    private static IEnumerable<Counted> CountHolds(KnownFacts facts, ReportQuestion question)
    {
        var whole = question.Whole;
        foreach (var hold in facts.Holds.Where(hold => hold.End <= question.Now && whole.Covers(hold.End)))
        {
            if (HospitalOrUnit.Of(hold.Site) is var place && question.Covers(place) && question.Covers(hold.Type))
            {
                var how = hold.Ending is { } ending ? Codes.Of(ending) : RanOut;
                yield return new(LocalDay.Of(hold.End), hold.Site, place, Codes.Of(hold.Type), "", how, hold.Stay, hold.Placed, hold.End);
            }
        }
    }

    private static IEnumerable<Counted> CountDeclarations(KnownFacts facts, ReportQuestion question)
    {
        var whole = question.Whole;
        var sites = facts.Lines.Where(line => question.Covers(line.Type)).Select(line => line.Site).ToHashSet();
        foreach (var site in facts.Declarations.Where(site => question.Covers(HospitalOrUnit.Of(site.Site)) && (question.Type is null || sites.Contains(site.Site))))
        {
            DateTimeOffset? before = null;
            for (var index = 0; index < site.Declared.Length; index++)
            {
                var declared = site.Declared.Span[index];
                if (!declared.Begins && before is { } from && from < declared.At && whole.Covers(declared.At))
                {
                    yield return new(LocalDay.Of(declared.At), site.Site, HospitalOrUnit.Of(site.Site), Codes.Of(site.Kind), "", Declared, null, from, declared.At);
                }

                before = declared.At;
            }
        }
    }

    private static ReportTable TimeEmpty(List<Counted> vacancies) => new(
        "time-empty",
        "Days vacancies stayed empty, by type",
        [
            ReportColumn.Words("type", "Bed type"), new("filled", "Vacancies filled"), new("median", "Median", HasBars: true), new("mean", "Mean"),
            new("ninetieth", "9 in 10 within"), new("still-empty", "Still empty"),
        ],
        [
            .. vacancies.GroupBy(each => each.Code).OrderBy(type => TypeName(type.Key), StringComparer.Ordinal).Select(type =>
            {
                var lengths = Lengths.Of(type.Where(each => each.Set == Filled).Select(each => each.Days));
                return new ReportRow(
                    ReportCell.Of(TypeName(type.Key), type.Key),
                    ReportCell.Of(lengths.Count, new(Code: type.Key, Set: Filled)),
                    ReportCell.Of(lengths.Median),
                    ReportCell.Of(lengths.Mean),
                    ReportCell.Of(lengths.Ninetieth),
                    ReportCell.Of(type.Count(each => each.Set == Empty), new(Code: type.Key, Set: Empty)));
            }),
        ]);

    /// <summary>The median time that beds outside hospital stayed empty and, apart, that care packages stayed free; null if none was filled.</summary>
    private static string? Overall(List<Counted> vacancies)
    {
        string[] sentences =
        [
            .. Median("Beds outside hospital stayed empty for", BedOccupancy.Community.Contains),
            .. Median("Care packages stayed free for", BedCounts.IsPackage),
        ];
        return sentences.Length == 0 ? null : string.Join(" ", sentences);

        IEnumerable<string> Median(string what, Func<BedType, bool> covers)
        {
            var filled = vacancies.Where(each => each.Set == Filled && Codes.TryParse<BedType>(each.Code, out var type) && covers(type));
            return Lengths.Of(filled.Select(each => each.Days)) is { Count: > 0 } lengths
                ? [$"{what} {ReportCell.Of(lengths.Median).Text} days (median of {lengths.Count:#,0} filled)."]
                : [];
        }
    }

    private static ReportTable HoldsEnded(List<Counted> holds) => new(
        "holds",
        "Holds that ended, by type",
        [
            ReportColumn.Words("type", "Bed type"), new("ended", "Ended"), new("admitted", "Used"), new("declined", "Declined"),
            new("released", "Released"), new("ran-out", "Expired"), new("share", "Share expired", HasBars: true),
        ],
        [
            .. holds.GroupBy(each => each.Code).OrderBy(type => TypeName(type.Key), StringComparer.Ordinal).Select(type => new ReportRow(
                ReportCell.Of(TypeName(type.Key), type.Key),
                ReportCell.Of(type.Count()),
                Ended(type, Codes.Of(HoldEnding.Admitted)),
                Ended(type, Codes.Of(HoldEnding.Declined)),
                Ended(type, Codes.Of(HoldEnding.Released)),
                Ended(type, RanOut),
                ReportCell.Share(type.Count(each => each.Set == RanOut), type.Count()))),
        ]);

    private static ReportCell Ended(IGrouping<string, Counted> type, string ending) =>
        ReportCell.Of(type.Count(each => each.Set == ending), new(Code: type.Key, Set: ending));

    private static ReportTable TimeToUpdate(List<Counted> declarations) => new(
        "time-to-update",
        "Hours between updates, by kind of site",
        [ReportColumn.Words("kind", "Kind of site"), new("updates", "Updates"), new("median", "Median", HasBars: true), new("mean", "Mean"), new("ninetieth", "9 in 10 within"), new("longest", "Longest")],
        [
            .. declarations.GroupBy(each => each.Code).OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind =>
            {
                var lengths = Lengths.Of(kind.Select(each => each.Days * 24));
                return new ReportRow(
                    ReportCell.Of(Codes.TryParse<SiteKind>(kind.Key, out var code) ? Labels.Of(code) : kind.Key, kind.Key),
                    ReportCell.Of(lengths.Count),
                    ReportCell.Of(lengths.Median),
                    ReportCell.Of(lengths.Mean),
                    ReportCell.Of(lengths.Ninetieth),
                    ReportCell.Of(lengths.Longest));
            }),
        ]);
}
