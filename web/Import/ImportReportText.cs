using System.Globalization;
using System.Text;

namespace CapacityBoard.Import;

/// <summary>An import's report for people: the counts, then every row that needs more than "created" or "unchanged".</summary>
internal static class ImportReportText
{
    public static string Of(ImportReport report)
    {
        var text = new StringBuilder();
        text.AppendLine(Headline(report));
        text.AppendLine(Counts(report.Counts));
        foreach (var passedOver in report.PassedOver)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Skipped: {passedOver.Rows}, {passedOver.Because}.");
        }

        foreach (var row in report.Rows)
        {
            foreach (var line in LinesOf(row))
            {
                text.AppendLine(line);
            }
        }

        if (!report.SitesToCheck.IsEmpty)
        {
            text.AppendLine("Sites on the board to check:");
        }

        foreach (var site in report.SitesToCheck)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {site.Site}, {site.Name}: {site.Because} {site.ToDo}");
        }

        return text.ToString();
    }

    private static string Headline(ImportReport report) => (report.DryRun, report.Applied) switch
    {
        (true, _) => $"Dry run: nothing was saved. {report.Area} as '{report.Locality}', from {report.Directory}:",
        (_, false) => $"Nothing was imported. {report.Area} as '{report.Locality}', from {report.Directory}:",
        _ => $"Imported {report.Area} as '{report.Locality}', from {report.Directory}:",
    };

    private static string Counts(ImportCounts counts) => string.Create(
        CultureInfo.InvariantCulture,
        $"{counts.Rows} rows: {counts.Created} created, {counts.Updated} updated, {counts.Unchanged} unchanged, "
        + $"{counts.Doubles} duplicate, {counts.Refused} refused{(counts.KindChanged > 0 ? $", {counts.KindChanged} of a different kind" : "")}; "
        + $"{counts.Warnings} with a warning.");

    private static IEnumerable<string> LinesOf(ImportedRow row)
    {
        var name = row.Name ?? "(could not be read)";
        if (row.Result == ImportResult.Refused)
        {
            yield return $"  row {row.Row}, {name}: refused. {row.Because}";
        }
        else if (row.Result == ImportResult.DoubleEntry)
        {
            yield return $"  row {row.Row}, {name}: same home as row {row.DoubleOf}; {row.Because}.";
        }
        else if (row.Result == ImportResult.Updated)
        {
            yield return $"  row {row.Row}, {name}: updated {string.Join(", ", row.Changed)}";
        }
        else if (row.Result == ImportResult.PassedOver)
        {
            yield return $"  row {row.Row}, {name}: skipped, {row.Because}.";
        }
        else if (row.Because is not null)
        {
            yield return $"  row {row.Row}, {name}: unchanged. {row.Because}";
        }

        foreach (var warning in row.Warnings)
        {
            yield return $"  row {row.Row}, {name}: {warning}";
        }
    }
}
