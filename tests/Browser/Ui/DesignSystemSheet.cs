using System.Text.RegularExpressions;
using CapacityBoard.Support;
using Microsoft.Playwright;

namespace CapacityBoard.Browser.Ui;

/// <summary>Pages are sent the design system's rules for what they use: none that a page uses may be missing.</summary>
internal static partial class DesignSystemSheet
{
    private static readonly Lazy<HashSet<string>> NotSent = new(() =>
        [.. ClassesIn("web/node_modules/nhsuk-frontend/dist/nhsuk/nhsuk-frontend.css").Except(ClassesIn("web/wwwroot/dist/page.css"))]);

    public static async Task<IEnumerable<string>> MissedBy(IPage page) => NotSent.Value.Intersect(await page.EvaluateAsync<string[]>(
        "[...new Set([...document.querySelectorAll('[class]')].flatMap(each => [...each.classList]))]"));

    private static IEnumerable<string> ClassesIn(string sheet) => Class().Matches(File.ReadAllText(Repository.PathOf(sheet))).Select(found => found.Groups[1].Value);

    [GeneratedRegex(@"\.(nhsuk-[\w-]+)")]
    private static partial Regex Class();
}
