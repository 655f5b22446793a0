using CapacityBoard.Sites;

namespace CapacityBoard.Ui;

/// <summary>How long ago something was, and when, in words. The pages' scripts say it in the same words.</summary>
public static class Age
{
    public static string Of(DateTimeOffset at, DateTimeOffset now) => (now - at) switch
    {
        { TotalMinutes: < 1 } => "just now",
        { TotalHours: < 1 } age => Ago((int)age.TotalMinutes, "minute"),
        { TotalHours: < 48 } age => Ago((int)age.TotalHours, "hour"),
        var age => Ago((int)age.TotalDays, "day"),
    };

    /// <summary>The time on a clock in the United Kingdom, with the day where that is not today: <c>14:03</c>, <c>14:03 on 2 March</c>.</summary>
    public static string Clock(DateTimeOffset at, DateTimeOffset now) =>
        LocalDay.Of(at) == LocalDay.Of(now) ? LocalTime.Text(at) : $"{LocalTime.Text(at)} on {LocalDay.ToLocal(at):d MMMM}";

    private static string Ago(int count, string unit) => $"{count} {unit}{(count == 1 ? "" : "s")} ago";
}
