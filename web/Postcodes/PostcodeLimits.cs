namespace CapacityBoard.Postcodes;

/// <summary>How much an import of postcodes takes. The whole directory has 2.7 million rows and 1 GB.</summary>
internal static class PostcodeLimits
{
    public const long LargestFile = 1536L * 1024 * 1024;

    /// <summary>The limit as written in messages.</summary>
    public const string LargestFileInWords = "1.5 GB";

    public const int MostRows = 4_000_000;

    public const int LongestRow = 64 * 1024;

    /// <summary>How far down the header may be.</summary>
    public const int RowsSearchedForHeader = 20;

    /// <summary>A file with no more than these is a regional cut, and is kept whole.</summary>
    public const int MostKeptWhole = 300_000;

    /// <summary>Districts whose middles are at most this far from a site's district are kept postcode by postcode.</summary>
    public const double AroundSitesInKilometres = 16;

    /// <summary>
    /// If more postcodes than these share one point, it is a sorting office or an estimate for a whole sector, and nobody lives
    /// there.
    /// </summary>
    public const int MostAtOnePoint = 10;
}
