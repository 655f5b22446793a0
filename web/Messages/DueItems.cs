using System.Globalization;
using CapacityBoard.Messages.Channels;
using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Work;

namespace CapacityBoard.Messages;

/// <summary>What a channel should have been told by now: a pure function of what waits, the channel, the policies and now.</summary>
internal static class DueItems
{
    private const string DailyPrefix = "daily|";

    /// <summary>In the order in which it is told: what is due first comes first.</summary>
    /// <param name="reminders">A locality's policy, by its name.</param>
    public static IReadOnlyList<MessageItem> Of(Channel channel, IReadOnlyList<Matter> matters, Func<string, ReminderPolicy> reminders, DateTimeOffset now)
    {
        if (!channel.IsOn || !channel.IsOpenAt(now))
        {
            return [];
        }

        var items = matters.Where(matter => matter.Kind.GroupOf() is not MessageGroup.Daily && channel.Groups.Contains(matter.Kind.GroupOf()))
            .Select(matter => new MessageItem(matter.Occasion, StageOf(matter, reminders(matter.Site.Locality), now)));
        return channel.Contact == Channel.SecondContact
            ? [.. items.Where(item => item.Stage == MessageStage.SecondContact)]
            : [.. items.Select(item => item with { Stage = item.Stage == MessageStage.First ? MessageStage.First : MessageStage.Reminder }), .. Daily(channel, matters, now)];
    }

    /// <summary>How far a matter has come without being settled.</summary>
    public static MessageStage StageOf(Matter matter, ReminderPolicy reminders, DateTimeOffset now) =>
        !matter.Kind.IsReminded() || matter.Due is not { } due ? MessageStage.First
        : ReminderPolicy.At(matter.Since, due, reminders.SecondContactAtPercent) <= now ? MessageStage.SecondContact
        : ReminderPolicy.At(matter.Since, due, reminders.RemindAtPercent) <= now ? MessageStage.Reminder
        : MessageStage.First;

    public static bool IsDaily(MessageItem item) => item.Matter.StartsWith(DailyPrefix, StringComparison.Ordinal);

    /// <summary>One item a day for all that can wait.</summary>
    private static IEnumerable<MessageItem> Daily(Channel channel, IReadOnlyList<Matter> matters, DateTimeOffset now) =>
        channel.Groups.Contains(MessageGroup.Daily) && matters.Any(matter => matter.Kind.GroupOf() == MessageGroup.Daily)
            ? [new(string.Create(CultureInfo.InvariantCulture, $"{DailyPrefix}{LocalDay.Of(now):yyyy-MM-dd}"), MessageStage.First)]
            : [];
}
