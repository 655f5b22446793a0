using CapacityBoard.Sites;

namespace CapacityBoard.Board;

/// <summary>A box around a locality's sites, which quickly rules out most localities that have no site nearby.</summary>
/// <remarks>It only grows: a site's earlier positions stay within it.</remarks>
public sealed record Extent(Position SouthWest, Position NorthEast)
{
    /// <summary>Allows for the box's nearest point being slightly elsewhere on a globe than on a plane.</summary>
    private const double Slack = 1.01;

    public static Extent With(Extent? known, Position position) => known is null
        ? new(position, position)
        : new(
            new(Math.Min(known.SouthWest.Latitude, position.Latitude), Math.Min(known.SouthWest.Longitude, position.Longitude)),
            new(Math.Max(known.NorthEast.Latitude, position.Latitude), Math.Max(known.NorthEast.Longitude, position.Longitude)));

    /// <summary>False if nothing in the box is within the distance; true if something may be.</summary>
    public bool MayReach(Position from, double kilometres) => KilometresFrom(from) <= kilometres * Slack;

    /// <summary>How far the box's nearest point is; 0 within it.</summary>
    public double KilometresFrom(Position from) => from.KilometresTo(new(
        Math.Clamp(from.Latitude, SouthWest.Latitude, NorthEast.Latitude),
        Math.Clamp(from.Longitude, SouthWest.Longitude, NorthEast.Longitude)));
}
