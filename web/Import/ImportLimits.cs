namespace CapacityBoard.Import;

/// <summary>How much an import takes at once. England's directory of all locations has about 60,000 rows and 40 MB.</summary>
internal static class ImportLimits
{
    public const long LargestFile = 64 * 1024 * 1024;

    /// <summary>The limit as written in messages.</summary>
    public const string LargestFileInWords = "64 MB";

    public const int MostRows = 200_000;

    /// <summary>The most rows kept during an import: those of the area, and those that could not be read.</summary>
    public const int MostRowsOfAnArea = 10_000;

    /// <summary>A longer row has run into the next ones.</summary>
    public const int LongestRow = 256 * 1024;
}
