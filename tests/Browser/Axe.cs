using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace CapacityBoard.Browser;

/// <summary>axe, in the page that it looks at: its package for Playwright opens another page for each look, and loads axe there once more.</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Words that cannot be told from their ground in the dark, one a line.</summary>
    public static async Task<string[]> DarkFaults(IPage page)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var faults = await page.EvaluateAsync<string[]>("""
            async () => {
              const { violations } = await axe.run(document, { resultTypes: ["violations"], runOnly: ["color-contrast"], preload: { assets: ["media"] } });
              return violations.flatMap(({ nodes }) => nodes.map(({ target, failureSummary }) => `${target}: ${failureSummary}`));
            }
            """);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        return faults;
    }

    /// <summary>What is wrong, one fault a line; with the size of what is tapped, which WCAG 2.2 asks for and axe does not by itself.</summary>
    public static async Task<string[]> Faults(IPage page)
    {
        if (await page.EvaluateAsync<bool>("typeof axe === 'undefined'"))
        {
            await page.EvaluateAsync(Script);
        }

        return await page.EvaluateAsync<string[]>("""
            async () => {
              // Of what is right it says nothing, which takes it long; and of the styles, which no rule asks for, it fetches no copies.
              const { violations } = await axe.run(document, { resultTypes: ["violations"], rules: { "target-size": { enabled: true } }, preload: { assets: ["media"] } });
              return violations.map(({ id, help, nodes }) => `${id}, ${help}: ${nodes.slice(0, 5).map(({ target, html }) => `${target} ${html}`).join(" | ")}`);
            }
            """);
    }
}
