namespace CapacityBoard.Sites;

/// <summary>Where a site is: degrees north and east, WGS 84.</summary>
[GenerateSerializer, Alias("board.position"), Immutable]
public sealed record Position([Id(0)] double Latitude, [Id(1)] double Longitude)
{
    private const double EarthRadiusInKilometres = 6371;

    /// <summary>Great-circle distance in kilometres; by road it is longer.</summary>
    public double KilometresTo(Position other)
    {
        var (north, east) = (Radians(other.Latitude - Latitude), Radians(other.Longitude - Longitude));
        var half = Math.Pow(Math.Sin(north / 2), 2)
            + Math.Cos(Radians(Latitude)) * Math.Cos(Radians(other.Latitude)) * Math.Pow(Math.Sin(east / 2), 2);
        return 2 * EarthRadiusInKilometres * Math.Asin(Math.Sqrt(half));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
