namespace CapacityBoard.Journal;

/// <summary>
/// What is kept of localities' entries for reports, so that a report of a year need not read all of them: segment after segment, each
/// following on the last. All of it can be made again from the journal; losing it loses nothing but time.
/// </summary>
public interface IFactSegments
{
    /// <summary>A locality's segments of a shape that begin after a position, oldest first.</summary>
    /// <exception cref="JournalUnavailableException">They cannot be read now.</exception>
    Task<IReadOnlyList<FactSegment>> Read(string locality, int shape, long afterPosition, CancellationToken token = default);

    /// <summary>The last position in each locality's segments of a shape; a locality without any is not there.</summary>
    Task<IReadOnlyDictionary<string, long>> LastPositions(int shape, CancellationToken token = default);

    /// <summary>The localities some of whose segments of a shape name a locality in <see cref="FactSegment.Homes"/>.</summary>
    Task<IReadOnlyList<string>> Naming(string home, int shape, CancellationToken token = default);

    /// <summary>
    /// Adds a segment if it follows on the locality's last one of its shape; false if it does not, since another node has added one.
    /// Segments of lower shapes of the locality are deleted.
    /// </summary>
    Task<bool> Add(FactSegment segment, CancellationToken token = default);
}

/// <summary>What is kept of a locality's entries after one position and up to another.</summary>
/// <param name="After">The last position of the segment before; 0 if it is the first.</param>
/// <param name="Last">The position up to which the locality's entries are in it.</param>
/// <param name="Homes">The home localities, other than this one, that it names.</param>
public sealed record FactSegment(string Locality, int Shape, long After, long Last, IReadOnlyList<string> Homes, byte[] Data);
