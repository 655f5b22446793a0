namespace CapacityBoard.Postcodes;

/// <summary>The postcode directory as this node knows it, once one is imported. It may be read from any thread.</summary>
internal sealed class KnownPostcodes
{
    private volatile ImportedPostcodes? _imported;

    public ImportedPostcodes? Imported
    {
        get => _imported;
        set => _imported = value;
    }

    public PostcodeDirectory? Now => _imported?.Directory;

    /// <summary>
    /// The directory, for what is made again as it was at a past time; null before the first was imported, so that a list from
    /// before then keeps its distances.
    /// </summary>
    public PostcodeDirectory? At(DateTimeOffset past) => _imported is { } imported && imported.Since <= past ? imported.Directory : null;
}

/// <summary>A directory with where it came from.</summary>
/// <param name="Since">When this board's first directory was imported.</param>
internal sealed record ImportedPostcodes(
    PostcodeDirectory Directory, PostcodeCounts Counts, string FileName, DateTimeOffset Since, DateTimeOffset At, string By);
