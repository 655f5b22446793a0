using CapacityBoard.Sites;

namespace CapacityBoard.Ui;

/// <summary>How long ago something was, and when, in words. The pages' scripts use the same words.</summary>
public static class Age
{
    public static string Of(DateTimeOffset at, DateTimeOffset now) => (now - at) switch
    {
        { TotalMinutes: < 1 } => "just now",
        var age => $"{Span(age)} ago",
    };

    /// <summary>A length of time, to the minute, the hour or the day: "35 minutes", "2 hours", "3 days".</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalHours: < 1 } => Count((int)span.TotalMinutes, "minute"),
        { TotalHours: < 48 } => Count((int)span.TotalHours, "hour"),
        _ => Count((int)span.TotalDays, "day"),
    };

    /// <summary>United Kingdom time, with the day if it is not today: <c>14:03</c>, <c>14:03 on 2 March</c>.</summary>
    public static string Clock(DateTimeOffset at, DateTimeOffset now) =>
        LocalDay.Of(at) == LocalDay.Of(now) ? LocalTime.Text(at) : $"{LocalTime.Text(at)} on {LocalDay.ToLocal(at):d MMMM}";

    private static string Count(int count, string unit) => $"{count} {unit}{(count == 1 ? "" : "s")}";
}
