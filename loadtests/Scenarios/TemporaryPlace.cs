namespace CapacityBoard.Scenarios;

/// <summary>A folder for one measurement, on the disk that the temporary folder is on; deleted afterwards.</summary>
internal sealed class TemporaryPlace : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("capacity-board-load-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
