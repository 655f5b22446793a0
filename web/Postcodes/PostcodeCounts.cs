namespace CapacityBoard.Postcodes;

/// <summary>What an import of postcodes took from its file, and what it left out.</summary>
/// <param name="Live">Postcodes in use that have a position.</param>
/// <param name="Terminated">Postcodes no longer in use that have a position; families give them for years.</param>
/// <param name="NoPosition">Rows left out because the file has no position for them.</param>
/// <param name="SharedPoint">Rows left out because too many share one point, such as PO boxes.</param>
/// <param name="NotPostcodes">Rows left out because they name no postcode.</param>
/// <param name="Kept">Postcodes kept one by one.</param>
/// <param name="Newest">The year and month of the newest postcode, as 202611; null if the file does not say.</param>
internal sealed record PostcodeCounts(
    int Rows, int Live, int Terminated, int NoPosition, int SharedPoint, int NotPostcodes, int Kept, int Sectors, int Districts, int? Newest)
{
    /// <summary>True if every postcode with a position of its own is kept.</summary>
    public bool IsWhole => Kept >= Live + Terminated - SharedPoint;
}
