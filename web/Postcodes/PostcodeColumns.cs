using CsvHelper;

namespace CapacityBoard.Postcodes;

/// <summary>
/// Where a file has its columns: ONS' postcode directory (<c>pcds, dointr, doterm, lat, long</c>) or a cut of it
/// (<c>postcode, date_introduced, date_terminated, is_active, lat, lon</c>). Their order, and what stands between them, does not matter.
/// </summary>
internal sealed record PostcodeColumns(int Postcode, int Latitude, int Longitude, int? Introduced, int? Terminated, int? IsActive, int Width)
{
    private static readonly string[] PostcodeNames = ["pcds", "postcode", "pcd", "pcd7", "pcd8", "pcd2"];
    private static readonly string[] LatitudeNames = ["lat", "latitude"];
    private static readonly string[] LongitudeNames = ["long", "lon", "longitude"];
    private static readonly string[] IntroducedNames = ["dointr", "date_introduced"];
    private static readonly string[] TerminatedNames = ["doterm", "date_terminated"];
    private static readonly string[] IsActiveNames = ["is_active"];

    /// <summary>The columns, if the reader's row is a header that has those needed; otherwise those that it lacks.</summary>
    public static PostcodeColumns? Of(CsvReader csv, out IReadOnlyList<string> lacks)
    {
        var names = Enumerable.Range(0, csv.FieldCount).Select(column => csv.GetString(column).Trim().ToLowerInvariant()).ToList();
        var (postcode, latitude, longitude) = (Place(PostcodeNames), Place(LatitudeNames), Place(LongitudeNames));
        lacks =
        [
            .. postcode is null ? ["pcds or postcode"] : Array.Empty<string>(),
            .. latitude is null ? ["lat"] : Array.Empty<string>(),
            .. longitude is null ? ["long or lon"] : Array.Empty<string>(),
        ];
        return lacks.Count > 0
            ? null
            : new(postcode!.Value, latitude!.Value, longitude!.Value, Place(IntroducedNames), Place(TerminatedNames), Place(IsActiveNames), names.Count);

        int? Place(string[] known) => known.Select(name => names.IndexOf(name)).Where(place => place >= 0).Select(place => (int?)place).FirstOrDefault();
    }
}
