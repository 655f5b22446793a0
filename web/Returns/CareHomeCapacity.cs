using System.Collections.Immutable;
using CapacityBoard.Beds;
using CapacityBoard.Reports;
using CapacityBoard.Reports.Facts;
using CapacityBoard.Sites;
using CapacityBoard.Ui;

namespace CapacityBoard.Returns;

/// <summary>What the locality's open care homes have of each bed type at this moment, by their own last words.</summary>
internal sealed class CareHomeCapacity : IReturn
{
    public string Code => "care-home-capacity";

    public string Title => "Care-home capacity by bed type";

    public string Days => "As at this moment, whatever days are chosen.";

    public ImmutableArray<ReportColumn> Columns { get; } =
    [
        ReportColumn.Words("type", "The bed type, by its code"),
        new("homes", "Open care homes with such beds"),
        new("beds", "The most beds that they can ever take"),
        new("occupied", "Beds with someone in them"),
        new("vacant", "Neither occupied nor closed nor held, whether or not placements are suspended"),
        new("closed", "Vacant but not admittable: staffing, infection, repair"),
        new("held", "Kept by a live hold"),
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
