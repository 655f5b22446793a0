using System.Text.RegularExpressions;
using CapacityBoard.Access;
using CapacityBoard.Support;

namespace CapacityBoard.Help;

public sealed partial class HelpTopicsTests
{
    [Fact]
    public void GivenWordsInQuotationMarks_ThenTheyAreOnAScreen()
    {
        var screens = string.Concat(Directory.EnumerateFiles(Repository.PathOf("web"), "*.cshtml*", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Repository.PathOf("web"), "*Words.cs", SearchOption.AllDirectories))
            .Concat([Repository.PathOf("web/Finding/Navigation.cs"), Repository.PathOf("web/Ui/Lists/ListLinks.cs")])
            .Where(file => !file.Contains("node_modules", StringComparison.Ordinal))
            .Select(File.ReadAllText));

        Enum.GetValues<Role>().SelectMany(HelpTopics.Of).SelectMany(topic => topic.Steps)
            .SelectMany(step => Quoted().Matches(step).Select(match => match.Groups[1].Value))
            .Where(words => !screens.Contains(words, StringComparison.Ordinal))
            .Distinct()
            .ShouldBeEmpty();
    }

    [GeneratedRegex("“([^”]+)”")]
    private static partial Regex Quoted();
}
