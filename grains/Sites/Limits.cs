using System.Globalization;
using System.Text;
using CapacityBoard.Beds;

namespace CapacityBoard.Sites;

/// <summary>Limits that apply to every value. Each check returns null if the value is within them.</summary>
public static class Limits
{
    public const int ShortText = 100;
    public const int LongText = 500;

    public const int MostBeds = 2000;

    /// <summary>How far back something may be recorded to have happened. The longest stays last years.</summary>
    public static readonly TimeSpan LongestPast = TimeSpan.FromDays(5 * 366);

    /// <summary>How far ahead something may be promised or expected.</summary>
    public static readonly TimeSpan LongestFuture = TimeSpan.FromDays(366);

    /// <summary>How much the clocks of two machines may differ.</summary>
    public static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(5);

    public static Refusal? RequiredText(string? text, string field, int most = ShortText) =>
        string.IsNullOrWhiteSpace(text) ? Invalid(field, $"'{field}' is needed.") : OptionalText(text, field, most);

    public static Refusal? OptionalText(string? text, string field, int most = ShortText)
    {
        if (text is null)
        {
            return null;
        }

        if (text.Length > most)
        {
            return Invalid(field, $"'{field}' has {text.Length} characters. At most {most} are allowed.");
        }

        return IsPlain(text) ? null : Invalid(field, $"'{field}' cannot contain line breaks, tabs or invisible characters.");
    }

    /// <summary>True for one line without invisible characters that change how text reads: control characters, direction marks, zero-width spaces.</summary>
    public static bool IsPlain(string text) => text.EnumerateRunes().All(rune => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));

    public static Refusal? Count(int count, string field, int least = 0, int most = MostBeds) =>
        count >= least && count <= most ? null : Invalid(field, $"'{field}' is {count}. It must be a whole number from {least} to {most}.");

    /// <summary>Checks when something happened: not in the future, and at most five years ago.</summary>
    public static Refusal? Happened(DateTimeOffset at, string field, DateTimeOffset now) =>
        at <= now + ClockDifference && at >= now - LongestPast
            ? null
            : Invalid(field, $"'{field}' is {Words.Of(at)}. It must be in the past, at most 5 years ago.");

    /// <summary>Checks when something is to happen: in the future, and at most a year ahead.</summary>
    public static Refusal? Ahead(DateTimeOffset at, string field, DateTimeOffset now) =>
        at > now && at <= now + LongestFuture
            ? null
            : Invalid(field, $"'{field}' is {Words.Of(at)}. It must be in the future, at most 1 year ahead.");

    /// <summary>Checks the day on which something is to happen: today or later, and at most a year ahead.</summary>
    public static Refusal? FromToday(DateOnly day, string field, DateTimeOffset now)
    {
        var today = LocalDay.Of(now);
        return day < today || day > today.AddDays(LongestFuture.Days)
            ? Invalid(field, $"'{field}' is {day:O}. It must be today or later, at most 1 year ahead.")
            : null;
    }

    public static Refusal Invalid(string field, string message) => new(RefusalCode.Invalid, message, field);
}
