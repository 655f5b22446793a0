using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CapacityBoard.Hosting;
using CapacityBoard.Scenarios;

namespace CapacityBoard.Reports;

/// <summary>What a run of the load tests measured, as a page to read and as JSON to compare with other runs.</summary>
/// <param name="Machine">Where it ran; figures of two machines say nothing about each other.</param>
internal sealed record LoadReport(DateTimeOffset Began, string Commit, string Machine, IReadOnlyList<ScenarioReport> Scenarios)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public static LoadReport Of(DateTimeOffset began, IReadOnlyList<ScenarioReport> scenarios) => new(
        began,
        BuildVersion.Current.ShortCommit,
        $"{Environment.ProcessorCount} processors, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:0} GB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}",
        scenarios);

    /// <summary>Writes both, and each chart as a picture, into a folder of their own; returns the page's path.</summary>
    public async Task<string> Write(string reports)
    {
        var folder = Directory.CreateDirectory(Path.Combine(reports, $"{Began:yyyy-MM-dd-HHmm}-{Commit}")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "report.json"), JsonSerializer.Serialize(this, Json));
        foreach (var (scenario, chart, number) in Scenarios.SelectMany(scenario => scenario.Charts.Select((chart, number) => (scenario, chart, number))))
        {
            await File.WriteAllTextAsync(Path.Combine(folder, $"{scenario.Name}-{number + 1}.svg"), ChartSvg.Of(chart));
        }

        var page = Path.Combine(folder, "report.html");
        await File.WriteAllTextAsync(page, Html());
        return page;
    }

    private string Html()
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $$"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Load tests of {{Began:d MMMM yyyy}}</title>
            <style>
            body { font: 16px/1.5 sans-serif; margin: 2rem auto; max-width: 60rem; color: #212b32; padding: 0 1rem }
            table { border-collapse: collapse; width: 100% } th, td { text-align: left; border-bottom: 1px solid #d8dde0; padding: .3rem .5rem }
            td:nth-child(2) { text-align: right; white-space: nowrap } .missed { color: #d5281b; font-weight: bold }
            svg { width: 100%; height: auto; margin: 1rem 0 }
            </style></head><body>
            <h1>Load tests of {{Began:d MMMM yyyy HH:mm}}</h1><p>Commit {{Commit}}. {{WebUtility.HtmlEncode(Machine)}}. The load generator ran on the same machine.</p>
            """);
        foreach (var scenario in Scenarios)
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2>{scenario.Name}</h2><p>{scenario.Seconds:0} seconds</p><table><tr><th>Figure</th><th>Measured</th><th>Threshold</th><th></th></tr>");
            foreach (var figure in scenario.Figures)
            {
                html.Append(CultureInfo.InvariantCulture, $"<tr><td>{WebUtility.HtmlEncode(figure.What)}</td><td>{figure.Measured:#,0.##} {figure.Unit}</td><td>{figure.Threshold}</td><td class=\"{(figure.IsKept ? "" : "missed")}\">{figure.Verdict}</td></tr>");
            }

            html.Append("</table>").AppendJoin("", scenario.Charts.Select(ChartSvg.Of));
        }

        return html.Append("</body></html>").ToString();
    }
}

internal sealed record ScenarioReport(string Name, double Seconds, IReadOnlyList<Figure> Figures, IReadOnlyList<Chart> Charts);
