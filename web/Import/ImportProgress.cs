namespace CapacityBoard.Import;

/// <summary>How far an import is.</summary>
/// <param name="Of">How many there are in this phase; 0 where that is not known yet.</param>
public readonly record struct ImportProgress(ImportPhase Phase, int Done, int Of);

public enum ImportPhase
{
    /// <summary>Reads the file's rows.</summary>
    Reading,

    /// <summary>Compares each row with the board. Nothing has been written.</summary>
    Checking,

    /// <summary>Writes the rows, all of which were checked.</summary>
    Writing,
}
