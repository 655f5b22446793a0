namespace CapacityBoard.Scenarios;

/// <summary>A folder for one measurement, on the temporary folder's disk; deleted afterwards.</summary>
internal sealed class TemporaryPlace : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("capacity-board-load-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
