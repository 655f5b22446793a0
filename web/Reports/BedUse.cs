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
        var nights = BedNights.Of(facts, question);
        return new(
            Code,
            Title,
            question,
            [
                BedOccupancy.ByDay(nights),
                ByType(nights),
                TimeEmpty([.. CountVacancies(facts, question)]),
                HoldsEnded([.. CountHolds(facts, question)]),
                TimeToUpdate([.. CountDeclarations(facts, question)]),
                ByTypeAndDay(nights),
            ],
            [
                "Beds are counted at midnight at the start of each day, as the board showed them then. Closed sites are not counted. Vacant is the total minus occupied, closed and held beds, whether or not placements were suspended. Occupancy is occupied beds out of the total. A care package counts as a bed.",
                "A vacancy is empty from when it became available until it is held or occupied. Of a site’s vacancies of one type, the longest empty is assumed to be filled first. Vacancies filled on these days are counted. Vacancies closed or removed are not.",
                "A hold is counted on the day it ended: used for an admission, declined by the site, released, or expired.",
                "Time between updates runs from one update by a site (such as a declaration, confirmation, admission or discharge) to its next. It is counted on the day of the later update.",
            ]);
    }

    public Headline Headline(KnownFacts facts, ReportQuestion question, LocalityPolicies policies) => BedOccupancy.Headline(BedNights.Of(facts, question));

    public static string TypeName(string code) => Codes.TryParse<BedType>(code, out var type) ? Labels.Of(type) : code;

    private static IEnumerable<Counted> CountVacancies(KnownFacts facts, ReportQuestion question)
    {
        var (holds, whole) = (facts.Holds.ToLookup(hold => (hold.Site, hold.Type)), question.Whole);
        foreach (var line in facts.Lines)
        {
            var place = HospitalOrUnit.Of(line.Site);
            foreach (var spell in question.Covers(place) ? Vacancies.Of(line, holds[(line.Site, line.Type)], question.Now) : [])
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
            if (HospitalOrUnit.Of(hold.Site) is var place && question.Covers(place))
            {
                var how = hold.Ending is { } ending ? Codes.Of(ending) : RanOut;
                yield return new(LocalDay.Of(hold.End), hold.Site, place, Codes.Of(hold.Type), "", how, hold.Stay, hold.Placed, hold.End);
            }
        }
    }

    private static IEnumerable<Counted> CountDeclarations(KnownFacts facts, ReportQuestion question)
    {
        var whole = question.Whole;
        foreach (var site in facts.Declarations.Where(site => question.Covers(HospitalOrUnit.Of(site.Site))))
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

    private static ReportTable ByType(IReadOnlyList<BedNight> nights) => new(
        "by-type",
        "Beds by type at the last midnight",
        [ReportColumn.Words("type", "Bed type"), .. Numbers],
        [
            .. nights.Where(night => night.Day == nights.Max(each => each.Day))
                .Select(night => Row(night, ReportCell.Of(Labels.Of(night.Type), Codes.Of(night.Type)))),
        ]);

    private static ReportTable ByTypeAndDay(IReadOnlyList<BedNight> nights) => new(
        "by-type-and-day",
        "Beds by type and day",
        [ReportColumn.Words("day", "Day"), ReportColumn.Words("type", "Bed type"), .. Numbers],
        [.. nights.Select(night => Row(night, ReportCell.Of(night.Day), ReportCell.Of(Labels.Of(night.Type), Codes.Of(night.Type))))],
        IsFileOnly: true);

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

    private static ImmutableArray<ReportColumn> Numbers { get; } =
    [
        new("total", "Beds"), new("occupied", "Occupied"), new("closed", "Closed"), new("held", "Held"), new("vacant", "Vacant"), new("occupancy", "Occupancy"),
    ];

    private static ReportRow Row(BedNight night, params IEnumerable<ReportCell> heads) => new(
    [
        .. heads,
        ReportCell.Of(night.Total),
        ReportCell.Of(night.Occupied),
        ReportCell.Of(night.Closed),
        ReportCell.Of(night.Held),
        ReportCell.Of(night.Vacant),
        BedOccupancy.CellOf(night),
    ]);
}
