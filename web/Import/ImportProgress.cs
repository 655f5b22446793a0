namespace CapacityBoard.Import;

/// <summary>How far an import has got.</summary>
/// <param name="Of">The total in this phase; 0 if not known yet.</param>
public readonly record struct ImportProgress(ImportPhase Phase, int Done, int Of);

public enum ImportPhase
{
    /// <summary>Reading the file's rows.</summary>
    Reading,

    /// <summary>Comparing each row with the board. Nothing has been written.</summary>
    Checking,

    /// <summary>Writing the rows, all of which were checked.</summary>
    Writing,
}
