using System.Collections.Immutable;
using CapacityBoard.Beds;
using CapacityBoard.Reports;
using CapacityBoard.Reports.Facts;
using CapacityBoard.Sites;
using CapacityBoard.Ui;

namespace CapacityBoard.Returns;

/// <summary>Beds of each type in the locality's open care homes now, by their latest own declarations.</summary>
internal sealed class CareHomeCapacity : IReturn
{
    public string Code => "care-home-capacity";

    public string Title => "Care home capacity by bed type";

    public string Days => "Figures are as of now, whatever days you choose.";

    public ImmutableArray<ReportColumn> Columns { get; } =
    [
        ReportColumn.Words("type", "Bed type code"),
        new("homes", "Open care homes with beds of this type"),
        new("beds", "Maximum capacity"),
        new("occupied", "Occupied beds"),
        new("vacant", "Beds that are not occupied, closed or held, whether or not placements are suspended"),
        new("closed", "Vacant beds that cannot take anyone now: staffing, infection, repair"),
        new("held", "Held beds"),
        new("expected", "Vacancies expected within 24 hours"),
    ];

    public ReportTable Of(KnownFacts facts, IReadOnlyList<Site> sites, ReportQuestion question)
    {
        var homes = sites.Where(site => site is { Kind: SiteKind.CareHome, Closed: null }).ToList();
        return new(
            Code,
            Title,
            Columns,
            [
                .. BedTypes.Of(SiteKind.CareHome)
                    .Select(type => (Type: type, Homes: homes.Where(home => home.Capacity.Line(type) is not null).ToList()))
                    .Where(of => of.Homes.Count > 0)
                    .Select(of => Row(of.Type, of.Homes, question.Now)),
            ]);
    }

    private static ReportRow Row(BedType type, List<Site> homes, DateTimeOffset now)
    {
        var lines = homes.Select(home => home.Capacity.Line(type)!).ToList();
        return new(
            ReportCell.Of(Labels.Of(type), Codes.Of(type)),
            ReportCell.Of(homes.Count),
            ReportCell.Of(lines.Sum(line => line.Total)),
            ReportCell.Of(lines.Sum(line => line.Occupied)),
            ReportCell.Of(homes.Sum(home => home.Capacity.Unpromised(home.Capacity.Line(type)!, now))),
            ReportCell.Of(lines.Sum(line => line.Closed)),
            ReportCell.Of(homes.Sum(home => home.Capacity.Held(type, now))),
            ReportCell.Of(homes.Sum(home => home.Capacity.Expected.Count(expected => expected.Type == type && expected.IsWithin24Hours(now)))));
    }
}
