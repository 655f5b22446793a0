using CapacityBoard.Sites;

namespace CapacityBoard.Board;

/// <summary>The area in which a locality's sites stand, as a box: tells at once of most localities that none of their sites is near.</summary>
/// <remarks>It only grows: where a site was once said to stand stays within it.</remarks>
public sealed record Extent(Position SouthWest, Position NorthEast)
{
    /// <summary>The nearest point of a box on a globe is not quite where it is on a plane.</summary>
    private const double Slack = 1.01;

    public static Extent With(Extent? known, Position position) => known is null
        ? new(position, position)
        : new(
            new(Math.Min(known.SouthWest.Latitude, position.Latitude), Math.Min(known.SouthWest.Longitude, position.Longitude)),
            new(Math.Max(known.NorthEast.Latitude, position.Latitude), Math.Max(known.NorthEast.Longitude, position.Longitude)));

    /// <summary>False where nothing in the box is within a distance; true where something may be.</summary>
    public bool MayReach(Position from, double kilometres) => from.KilometresTo(new(
        Math.Clamp(from.Latitude, SouthWest.Latitude, NorthEast.Latitude),
        Math.Clamp(from.Longitude, SouthWest.Longitude, NorthEast.Longitude))) <= kilometres * Slack;
}
