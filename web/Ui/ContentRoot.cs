namespace CapacityBoard.Ui;

/// <summary>
/// Where the program's <c>wwwroot</c> is: beside the published program, or in the source tree from which it was built.
/// </summary>
internal static class ContentRoot
{
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "wwwroot")))
            {
                return folder.FullName;
            }

            var source = Path.Combine(folder.FullName, "web");
            if (Directory.Exists(Path.Combine(source, "wwwroot")))
            {
                return source;
            }
        }

        return AppContext.BaseDirectory;
    }
}
