namespace CapacityBoard.Support;

/// <summary>The source tree from which the tests were built.</summary>
internal static class Repository
{
    public static string PathOf(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CapacityBoard.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests are not in their source tree.");
        }

        return Path.Combine(folder.FullName, path);
    }
}
