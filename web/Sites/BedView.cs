using CapacityBoard.People;
using CapacityBoard.Policies;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Sites;

/// <summary>One bed of a ward or unit, with its person or free.</summary>
public sealed record BedView(string Label, PersonView? Person)
{
    public string Id => ElementId.Of("bed", Label.ToUpperInvariant());

    /// <summary>The occupied and the free beds, in the order of their labels.</summary>
    public static IReadOnlyList<BedView> Of(Site site, LocalityPolicy policy, DateTimeOffset now)
    {
        var taken = site.Stays.All.Select(stay => stay.Bed).ToList();
        var free = site.Capacity.Lines.Sum(line => Math.Max(0, site.Capacity.Available(line, now)));
        return
        [
            .. site.Stays.All.Select(stay => new BedView(stay.Bed, new(stay, policy, now)))
                .Concat(BedLabels.Free(taken, free).Select(label => new BedView(label, null)))
                .OrderBy(bed => bed.Label, NaturalOrder.Comparer),
        ];
    }
}
