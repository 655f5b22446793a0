using System.Collections.Immutable;
using System.Text.Json;
using CapacityBoard.Sites;

namespace CapacityBoard.Postcodes;

/// <summary>
/// The locality that a postcode is in, by the postcode directory and the outlines of the map. The outlines are generalised: next to a border it may be
/// the neighbour. Null where there is no directory, or no outline.
/// </summary>
internal sealed class HomeLocalities(KnownPostcodes postcodes)
{
    private static readonly Lazy<ImmutableArray<Outline>> Outlines = new(Read);

    /// <param name="postcode">A whole postcode.</param>
    public string? Find(string postcode) =>
        postcodes.Now?.Find(postcode) is { Part: not PostcodePart.District } found ? Outlines.Value.FirstOrDefault(outline => outline.Contains(found.Position))?.Locality : null;

    private static ImmutableArray<Outline> Read()
    {
        var assembly = typeof(HomeLocalities).Assembly;
        return
        [
            .. from name in assembly.GetManifestResourceNames()
               where name.StartsWith("outlines/", StringComparison.Ordinal)
               from outline in Read(assembly.GetManifestResourceStream(name)!)
               select outline,
        ];
    }

    private static IEnumerable<Outline> Read(Stream stream)
    {
        using var document = JsonDocument.Parse(stream);
        foreach (var feature in document.RootElement.GetProperty("features").EnumerateArray())
        {
            var geometry = feature.GetProperty("geometry");
            var coordinates = geometry.GetProperty("coordinates");
            var polygons = geometry.GetProperty("type").GetString() == "Polygon" ? [coordinates] : coordinates.EnumerateArray().ToArray();
            yield return new(
                SiteKey.PartFrom(feature.GetProperty("properties").GetProperty("area_name").GetString()!)!,
                [.. polygons.SelectMany(polygon => polygon.EnumerateArray()).Select(ring => ring.EnumerateArray().Select(point => (point[0].GetDouble(), point[1].GetDouble())).ToImmutableArray())]);
        }
    }

    /// <param name="Rings">Of longitudes and latitudes. A point is inside if it is within an odd number of rings.</param>
    private sealed record Outline(string Locality, ImmutableArray<ImmutableArray<(double Longitude, double Latitude)>> Rings)
    {
        public bool Contains(Position position) => Rings.Count(ring => IsWithin(position, ring)) % 2 == 1;

        private static bool IsWithin(Position position, ImmutableArray<(double Longitude, double Latitude)> ring)
        {
            var inside = false;
            for (int index = 0, before = ring.Length - 1; index < ring.Length; before = index++)
            {
                var (one, other) = (ring[index], ring[before]);
                if (one.Latitude > position.Latitude != other.Latitude > position.Latitude
                    && position.Longitude < (other.Longitude - one.Longitude) * (position.Latitude - one.Latitude) / (other.Latitude - one.Latitude) + one.Longitude)
                {
                    inside = !inside;
                }
            }

            return inside;
        }
    }
}
