using System.Globalization;
using System.Net;
using System.Text;

namespace CapacityBoard.Reports;

/// <summary>Draws a chart as a picture that loads nothing: title, axes, lines and what each is.</summary>
internal static class ChartSvg
{
    private const int Width = 640;
    private const int Height = 270;
    private const int Left = 60;
    private const int Right = 20;
    private const int Bottom = 62;
    private const int Top = 34;

    private const string Style = "text{font:12px sans-serif;fill:#4c6272}.title{font-weight:bold;fill:#212b32}polyline,path{fill:none;stroke-width:2}.grid{stroke:#d8dde0;stroke-width:1}";

    /// <summary>Lines are told apart by their dashes as well as by their colours.</summary>
    private static readonly string[] Styles = ["stroke:#005eb8", "stroke:#d5281b;stroke-dasharray:6 3", "stroke:#007f3b;stroke-dasharray:2 3"];

    public static string Of(Chart chart)
    {
        var points = chart.Lines.SelectMany(line => line.Points).ToList();
        var (longest, highest) = (Math.Max(1, points.Max(point => point.At)), Rounded(points.Max(point => point.Value)));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{Text(chart.Title)}\"><style>{Style}</style><rect width=\"{Width}\" height=\"{Height}\" fill=\"#fff\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"title\" x=\"{Left}\" y=\"18\">{Text(chart.Title)}, {Text(chart.Unit)}</text>");
        foreach (var part in (double[])[0, 0.5, 1])
        {
            var y = Y(part * highest, highest);
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Left} {y:0.#}H{Width - Right}\" class=\"grid\"/><text x=\"{Left - 6}\" y=\"{y + 4:0.#}\" text-anchor=\"end\">{part * highest:#,0.##}</text>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(part * longest, longest):0.#}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\">{part * longest:#,0.#}</text>");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Width - Right}\" y=\"{Height - Bottom + 34}\" text-anchor=\"end\">{Text(chart.Over)}</text>");
        foreach (var ((line, style), number) in chart.Lines.Zip(Styles).Select((each, number) => (each, number)))
        {
            svg.Append(CultureInfo.InvariantCulture, $"<polyline style=\"{style}\" points=\"");
            svg.AppendJoin(' ', line.Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.At, longest):0.#},{Y(point.Value, highest):0.#}")));
            svg.Append(CultureInfo.InvariantCulture, $"\"/><path d=\"M{Left + number * 160} {Height - 12}h30\" style=\"{style}\"/><text x=\"{Left + number * 160 + 38}\" y=\"{Height - 8}\">{Text(line.Name)}</text>");
        }

        return svg.Append("</svg>").ToString();
    }

    private static double X(double at, double longest) => Left + at / longest * (Width - Left - Right);

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
