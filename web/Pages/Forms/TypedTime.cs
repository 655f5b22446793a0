using System.Globalization;
using CapacityBoard.Sites;

namespace CapacityBoard.Pages.Forms;

/// <summary>Dates and times as people type them or browsers send them, by the clocks of the United Kingdom.</summary>
public static class TypedTime
{
    private const string ChoiceFormat = "yyyy-MM-dd'T'HH:mm";

    private static readonly string[] Dates = ["yyyy-MM-dd", "d/M/yyyy", "d/M/yy", "d.M.yyyy", "d-M-yyyy", "d M yyyy", "d MMM yyyy", "d MMMM yyyy"];
    private static readonly string[] Times = ["H:mm", "HH:mm:ss", "H.mm", "HHmm", "h:mmtt", "h.mmtt", "htt", "h:mm tt", "h tt"];

    public static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var date) ? date : null;

    public static TimeOnly? TimeOfDay(string text) =>
        TimeOnly.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var time) ? time : null;

    /// <summary>A time as the value of a choice.</summary>
    public static string ToChoice(DateTimeOffset at) => LocalDay.ToLocal(at).ToString(ChoiceFormat, CultureInfo.InvariantCulture);

    public static DateTimeOffset? Choice(string value) =>
        DateTime.TryParseExact(value, ChoiceFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? LocalDay.FromLocal(local) : null;
}
