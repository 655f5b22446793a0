using System.Globalization;
using CapacityBoard.Sites;

namespace CapacityBoard.Reports;

/// <summary>Days, lengths and shares as reports write them.</summary>
internal static class ReportWords
{
    public const string NotRecorded = "not-recorded";

    public static string Day(DateOnly day) => day.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture);

    public static string At(DateTimeOffset at) => LocalTime.Text(at, "ddd d MMM yyyy 'at' HH:mm");

    /// <summary>A code as words, where there is no better wording: <c>social-care</c> is "Social care".</summary>
    public static string Spoken(string code) => code == "nhs" ? "NHS" : char.ToUpperInvariant(code[0]) + code[1..].Replace('-', ' ');

    /// <summary>For programs; empty if there is no number.</summary>
    public static string Plain(double? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    public static string Number(double number, int decimals) => number.ToString($"N{decimals}", CultureInfo.InvariantCulture);
}
