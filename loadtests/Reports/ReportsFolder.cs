namespace CapacityBoard.Reports;

/// <summary>Where reports are written: beside the load tests' sources, or where the program was started if they are elsewhere.</summary>
internal static class ReportsFolder
{
    public static string Path { get; } = System.IO.Path.Combine(Sources ?? Environment.CurrentDirectory, "reports");

    private static string? Sources
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && folder.GetFiles("CapacityBoard.LoadTests.csproj").Length == 0)
            {
                folder = folder.Parent;
            }

            return folder?.FullName;
        }
    }
}
