using CapacityBoard.Sites;

namespace CapacityBoard.Postcodes;

/// <summary>Where a postcode, a sector or a district is. The numbers are hundred-thousandths of a degree, about a metre.</summary>
/// <param name="Key">Of the postcode, sector or district.</param>
internal readonly record struct PostcodeRow(int Key, int Latitude, int Longitude) : IComparable<PostcodeRow>
{
    private const double OneDegree = 100_000;

    public Position Position => new(Latitude / OneDegree, Longitude / OneDegree);

    public static PostcodeRow At(int key, double latitude, double longitude) =>
        new(key, (int)Math.Round(latitude * OneDegree), (int)Math.Round(longitude * OneDegree));

    public int CompareTo(PostcodeRow other) => Key.CompareTo(other.Key);
}
