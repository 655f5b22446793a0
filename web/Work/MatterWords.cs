using CapacityBoard.Sites;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Work;

internal static class MatterWords
{
    /// <summary>When it is due, or for how long it has waited.</summary>
    public static string When(Matter matter, DateTimeOffset now) => matter.Due switch
    {
        { } due when due <= now => $"Overdue: was due {By(due, now)}",
        { } due => $"By {By(due, now)}",
        null => $"Since {QuickTimes.Of(matter.Since, now)}",
    };

    /// <summary>A matter in one line: where, what and, if there is such a time, by when.</summary>
    public static string News(Matter matter, DateTimeOffset now)
    {
        var what = matter.Words.Contains(matter.Where, StringComparison.Ordinal) ? matter.Words : $"{matter.Where}: {matter.Words}";
        return $"{what}{(char.IsPunctuation(what[^1]) ? "" : ".")}{(matter.Due is null ? "" : $" {When(matter, now)}.")}";
    }

    /// <summary>A day for what is due at its end, or else a time.</summary>
    private static string By(DateTimeOffset due, DateTimeOffset now) =>
        LocalDay.ToLocal(due).TimeOfDay == TimeSpan.Zero ? QuickTimes.InSentence(LocalDay.Of(due).AddDays(-1), LocalDay.Of(now)) : QuickTimes.Of(due, now);
}
