using CapacityBoard.Support;

namespace CapacityBoard.Conventions;

/// <summary>A page that replaces itself when something changes has what its script needs to do so.</summary>
public sealed class LivePagesTests
{
    [Fact]
    public void GivenEveryPageThatFollowsItsSite_ThenItHasWhereItSaysWhatChanged()
    {
        var live = Directory.EnumerateFiles(Repository.PathOf("web"), "*.cshtml", SearchOption.AllDirectories)
            .Where(file => !file.Contains("node_modules", StringComparison.Ordinal))
            .Select(file => (file, Text: File.ReadAllText(file)))
            .Where(page => page.Text.Contains("data-region", StringComparison.Ordinal) && page.Text.Contains("data-site=", StringComparison.Ordinal))
            .ToList();

        live.Count.ShouldBeGreaterThan(5);
        live.Where(page => !page.Text.Contains("data-said", StringComparison.Ordinal) && !page.Text.Contains("_Confirmation", StringComparison.Ordinal))
            .Select(page => Path.GetFileName(page.file)).ShouldBeEmpty();
    }
}
