using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Changes;

/// <summary>From when on changes are shown, as an address says it: <c>1h</c>, <c>4h</c>, <c>24h</c> or an instant.</summary>
internal sealed record ChangesSince(string Code, DateTimeOffset At, string Words)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private static readonly (string Code, TimeSpan Time, string Words)[] Choices =
        [("1h", TimeSpan.FromHours(1), "Last hour"), ("4h", TimeSpan.FromHours(4), "4 hours"), ("24h", TimeSpan.FromHours(24), "24 hours")];

    /// <summary>What can be chosen.</summary>
    /// <param name="looked">When the reader last looked here; null if not known.</param>
    public static IEnumerable<ChangesSince> All(DateTimeOffset? looked, DateTimeOffset now) =>
        Choices.Select(choice => new ChangesSince(choice.Code, now - choice.Time, choice.Words))
            .Concat(looked is { } at && now - at is var ago && ago > TimeSpan.Zero && ago < Longest ? [SinceLooked(at, now)] : []);

    /// <summary>The last hour unless an address asks for another time; nothing is older than a week.</summary>
    public static ChangesSince Parse(string? text, DateTimeOffset now) =>
        Instants.TryParse(text, out var at) && at <= now && now - at < Longest
            ? SinceLooked(at, now)
            : All(null, now).FirstOrDefault(choice => choice.Code == text) ?? All(null, now).First();

    private static ChangesSince SinceLooked(DateTimeOffset at, DateTimeOffset now) =>
        new(Instants.ToText(at), at, $"Since you last looked, {QuickTimes.Of(at, now)}");
}
