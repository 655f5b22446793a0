namespace CapacityBoard.Support;

/// <summary>A folder that is deleted with its contents when the test ends.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string FullPath { get; } = Directory.CreateTempSubdirectory("capacity-board-").FullName;

    /// <summary>The path of an item in the folder; the item need not exist.</summary>
    public string PathOf(string name) => Path.Combine(FullPath, name);

    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
