using System.Globalization;
using System.Net;
using System.Text;

namespace CapacityBoard.Reports;

/// <summary>Draws a chart for a page that loads nothing.</summary>
internal static class ChartSvg
{
    private const int Width = 640;
    private const int Height = 220;
    private const int Left = 60;
    private const int Bottom = 30;
    private const int Top = 10;

    /// <summary>Lines are told apart by their dashes as well as by their colours.</summary>
    private static readonly string[] Styles = ["stroke:#005eb8", "stroke:#d5281b;stroke-dasharray:6 3", "stroke:#007f3b;stroke-dasharray:2 3"];

    public static string Of(Chart chart)
    {
        var points = chart.Lines.SelectMany(line => line.Points).ToList();
        var (longest, highest) = (Math.Max(1, points.Max(point => point.Second)), Rounded(points.Max(point => point.Value)));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<figure><figcaption>{Text(chart.Title)}, {Text(chart.Unit)}</figcaption><svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{Text(chart.Title)}\">");
        foreach (var part in (double[])[0, 0.5, 1])
        {
            var y = Y(part * highest, highest);
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Left} {y:0.#}H{Width}\" class=\"grid\"/><text x=\"{Left - 6}\" y=\"{y + 4:0.#}\" text-anchor=\"end\">{part * highest:#,0.##}</text>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(part * longest, longest):0.#}\" y=\"{Height - 8}\" text-anchor=\"{(part == 1 ? "end" : "middle")}\">{part * longest:0} s</text>");
        }

        foreach (var (line, style) in chart.Lines.Zip(Styles))
        {
            svg.Append(CultureInfo.InvariantCulture, $"<polyline style=\"{style}\" points=\"");
            svg.AppendJoin(' ', line.Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.Second, longest):0.#},{Y(point.Value, highest):0.#}")));
            svg.Append("\"/>");
        }

        svg.Append("</svg><ul>");
        foreach (var (line, style) in chart.Lines.Zip(Styles))
        {
            svg.Append(CultureInfo.InvariantCulture, $"<li><svg class=\"key\" viewBox=\"0 0 30 8\"><path d=\"M0 4H30\" style=\"{style}\"/></svg> {Text(line.Name)}</li>");
        }

        return svg.Append("</ul></figure>").ToString();
    }

    private static double X(double second, double longest) => Left + second / longest * (Width - Left);

    private static double Y(double value, double highest) => Height - Bottom - value / highest * (Height - Bottom - Top);

    /// <summary>The next 1, 2 or 5 with zeros.</summary>
    private static double Rounded(double highest)
    {
        if (highest <= 0)
        {
            return 1;
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(highest)));
        return ((double[])[1, 2, 5, 10]).Select(step => step * power).First(step => step >= highest);
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
