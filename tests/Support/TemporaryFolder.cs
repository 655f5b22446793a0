namespace CapacityBoard.Support;

/// <summary>A folder for one test, gone with all that is in it when the test ends.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string FullPath { get; } = Directory.CreateTempSubdirectory("capacity-board-").FullName;

    /// <summary>The path of something in the folder, which need not exist.</summary>
    public string PathOf(string name) => Path.Combine(FullPath, name);

    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
