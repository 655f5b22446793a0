using System.Globalization;
using CapacityBoard.Journal;

namespace CapacityBoard.Ui.Forms;

/// <summary>Dates and times as people type them or browsers send them, by the clocks of the United Kingdom.</summary>
public static class TypedTime
{
    /// <summary>Ends the name of a date's field for the day, as the others do for the month and the year.</summary>
    public const string DayEnd = "-day";

    public const string MonthEnd = "-month";

    public const string YearEnd = "-year";

    private static readonly string[] Dates = ["yyyy-MM-dd", "d/M/yyyy", "d/M/yy", "d/MMM/yyyy", "d/MMMM/yyyy", "d.M.yyyy", "d-M-yyyy", "d M yyyy", "d MMM yyyy", "d MMMM yyyy"];
    private static readonly string[] Times = ["H:mm", "HH:mm:ss", "H.mm", "HHmm", "h:mmtt", "h.mmtt", "htt", "h:mm tt", "h tt"];

    /// <summary>A date that was typed in three fields, or all of it in the first, as <c>27/3/2026</c>; null if all are empty.</summary>
    /// <param name="sent">What a field was sent with; null if it is empty.</param>
    public static string? InThreeFields(Func<string, string?> sent, string name)
    {
        string?[] parts = [sent(name + DayEnd), sent(name + MonthEnd), sent(name + YearEnd)];
        return parts is [var day, null, null] ? day : string.Join('/', parts);
    }

    /// <summary>A date in an address: as a link has it, or as it was typed in three fields; null if there is none.</summary>
    public static string? InQuery(IQueryCollection query, string name)
    {
        return Given(name) ?? InThreeFields(Given, name);

        string? Given(string field) => query[field].ToString().Trim() is { Length: > 0 } text ? text : null;
    }

    public static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var date) ? date : null;

    public static TimeOnly? TimeOfDay(string text) =>
        TimeOnly.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var time) ? time : null;

    /// <summary>A time, to the minute, as the value of a choice: with its zone, so that it is the same instant in any night.</summary>
    public static string ToChoice(DateTimeOffset at) => Instants.ToText(at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMinute)));

    public static DateTimeOffset? Choice(string value) => Instants.TryParse(value, out var at) ? at : null;
}
