using CapacityBoard.Sites;

namespace CapacityBoard.Ui;

/// <summary>How long ago something was, and when, in words. The pages' scripts use the same words.</summary>
public static class Age
{
    public static string Of(DateTimeOffset at, DateTimeOffset now) => (now - at) switch
    {
        { TotalMinutes: < 1 } => "just now",
        { TotalHours: < 1 } age => Ago((int)age.TotalMinutes, "minute"),
        { TotalHours: < 48 } age => Ago((int)age.TotalHours, "hour"),
        var age => Ago((int)age.TotalDays, "day"),
    };

    /// <summary>United Kingdom time, with the day if it is not today: <c>14:03</c>, <c>14:03 on 2 March</c>.</summary>
    public static string Clock(DateTimeOffset at, DateTimeOffset now) =>
        LocalDay.Of(at) == LocalDay.Of(now) ? LocalTime.Text(at) : $"{LocalTime.Text(at)} on {LocalDay.ToLocal(at):d MMMM}";

    private static string Ago(int count, string unit) => $"{count} {unit}{(count == 1 ? "" : "s")} ago";
}
