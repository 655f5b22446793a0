using System.Text.RegularExpressions;
using CapacityBoard.Support;

namespace CapacityBoard.Conventions;

/// <summary>The hazard log names a test for each control, and there is no control whose test is gone.</summary>
public sealed partial class HazardLogTests
{
    /// <summary>The column that names the tests.</summary>
    private const int ShownBy = 6;

    [Fact]
    public void GivenHazardLog_ThenEveryTestThatItNamesIsThere()
    {
        var classes = Directory.EnumerateFiles(Repository.PathOf("tests"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Classes().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).ToHashSet();
        var named = File.ReadLines(Repository.PathOf("docs/clinical-safety.md")).Where(line => Row().IsMatch(line))
            .SelectMany(line => Named().Matches(line.Split('|')[ShownBy]).Select(match => match.Groups[1].Value)).ToList();

        named.Count.ShouldBeGreaterThan(20);
        named.Except(classes).ShouldBeEmpty();
    }

    [GeneratedRegex("^\\| [0-9]+ \\|")]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Named();

    [GeneratedRegex(@"^public (?:sealed |abstract |partial )*class (\w+)", RegexOptions.Multiline)]
    private static partial Regex Classes();
}
