using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Ui;

namespace CapacityBoard.Commands;

/// <summary>One bed line as its own site sees it.</summary>
/// <param name="Free">Vacant and not held, whether or not placements are suspended.</param>
/// <param name="Recorded">People recorded in these beds.</param>
/// <param name="Suspension">The suspension that stops placements here; null if there is none.</param>
public sealed record LineView(BedLine Line, int Free, int Held, int Recorded, Suspension? Suspension)
{
    public static LineView Of(BedLine line, Site site, DateTimeOffset now) => new(
        line,
        site.Capacity.Unpromised(line, now),
        site.Capacity.Held(line.Type, now),
        site.Stays.In(line.Type),
        site.Capacity.SuspensionOf(line.Type, now));

    public BedType Type => Line.Type;

    public string Code => Codes.Of(Line.Type);

    public string Name => Labels.Of(Line.Type);

    /// <summary>Another bed can be declared free only if someone in one is not recorded by reference.</summary>
    public bool MayBeMoreFree => Line.Occupied > Recorded;

    public bool MayBeFewerFree => Free > 0;

    /// <summary>How the other beds are used: "36 of 40 occupied, 1 closed (staffing), 2 held".</summary>
    public string Rest => string.Join(", ", Parts());

    private IEnumerable<string> Parts()
    {
        yield return $"{Line.Occupied} of {Line.Total} {BedWords.Taken(Line.Type)}";
        if (Line.Closed > 0)
        {
            yield return Line.ClosedBecause is { } because ? $"{Line.Closed} closed ({because})" : $"{Line.Closed} closed";
        }

        if (Line.Extra > 0)
        {
            yield return Line.Extra == 1 ? "1 an extra bed" : $"{Line.Extra} extra beds";
        }

        if (Held > 0)
        {
            yield return $"{Held} held";
        }
    }
}
