namespace CapacityBoard.Postcodes;

/// <summary>The postcodes of the board's sites, around which an import keeps every postcode.</summary>
internal interface ISitePostcodes
{
    Task<IReadOnlyCollection<string>> All(CancellationToken token);
}
