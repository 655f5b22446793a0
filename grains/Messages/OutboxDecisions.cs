using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Messages;

/// <summary>What an outbox answers and becomes: pure functions of the outbox and now.</summary>
public static class OutboxDecisions
{
    /// <summary>The most messages that a recipient is sent in an hour. What is due beyond them is joined into the next.</summary>
    public const int MostInAnHour = 6;

    /// <summary>The longest that sending may take. Whoever has not noted an end by then has stopped.</summary>
    public static readonly TimeSpan LongestTurn = TimeSpan.FromMinutes(2);

    public static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan ShortestDelay = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    /// <summary>Everything due on one channel that it was not told becomes one message, so nothing overtakes anything.</summary>
    public static (Outbox Outbox, SendTurn Turn) Begin(Outbox outbox, SendRequest request, DateTimeOffset now)
    {
        var current = Forget(Unfinished(outbox, now), request, now);
        var left = request.Due.Where(item => !IsTold(current, request.Channel, item)).ToImmutableArray();
        if (left.IsEmpty)
        {
            return (current, new(null, null));
        }

        if (WaitUntil(current, request.Channel, now) is { } later)
        {
            return (current, new(null, later));
        }

        var message = new Message(request.Id, request.Channel, left, now, left.Any(item => About(current, request.Channel, item).Any(each => each.Fate == MessageFate.Unclear)));
        return (current with { Messages = current.Messages.Add(message) }, new(message, null));
    }

    /// <summary>Notes how a turn ended. A turn that is over, or was noted before, stays as it is.</summary>
    public static Outbox Note(Outbox outbox, string id, SendResult result, DateTimeOffset now)
    {
        if (outbox.Messages.FirstOrDefault(each => each.Id == id) is not { Fate: MessageFate.Sending or MessageFate.Unclear } message)
        {
            return outbox;
        }

        var others = outbox.Delays.RemoveAll(each => each.Channel == message.Channel);
        return result.Status switch
        {
            SendStatus.Sent => outbox with { Delays = others, Messages = With(outbox, message with { Fate = MessageFate.Sent, Ended = now }) },
            SendStatus.Refused => outbox with { Delays = others, Messages = With(outbox, message with { Fate = MessageFate.Refused, Ended = now, Problem = result.Problem }) },
            SendStatus.Unclear => outbox with
            {
                Delays = others.Add(Delay(outbox, message, result, now)),
                Messages = With(outbox, message with { Fate = MessageFate.Unclear, Ended = now, Problem = result.Problem }),
            },
            _ => outbox with { Delays = others.Add(Delay(outbox, message, result, now)), Messages = outbox.Messages.Remove(message) },
        };
    }

    /// <summary>Notes that a link in a message was used for a matter. False if it was used before, or the message is no longer known.</summary>
    public static (Outbox Outbox, bool IsFirst) Use(Outbox outbox, string id, string matter, DateTimeOffset now) =>
        outbox.Messages.FirstOrDefault(each => each.Id == id) is not { } message || message.Used.Contains(matter)
            ? (outbox, false)
            : (outbox with { Messages = With(outbox, message with { Opened = message.Opened ?? now, Used = message.Used.Add(matter) }) }, true);

    /// <summary>True if a channel was told of a matter at a stage, or at a later one. What may not have been sent was not.</summary>
    public static bool IsTold(Outbox outbox, string channel, MessageItem item) =>
        About(outbox, channel, item).Any(message => message.Fate is MessageFate.Sent or MessageFate.Refused);

    private static IEnumerable<Message> About(Outbox outbox, string channel, MessageItem item) =>
        outbox.Messages.Where(message => message.Channel == channel && message.Items.Any(each => each.Matter == item.Matter && each.Stage >= item.Stage));

    /// <summary>When a channel may be sent something again; null if now.</summary>
    private static DateTimeOffset? WaitUntil(Outbox outbox, string channel, DateTimeOffset now)
    {
        if (outbox.Messages.FirstOrDefault(each => each.Channel == channel && each.Fate == MessageFate.Sending) is { } sending)
        {
            return sending.Begun + LongestTurn;
        }

        if (outbox.Delays.FirstOrDefault(each => each.Channel == channel) is { } delay && delay.NextAt > now && delay.NextAt <= now + LongestDelay)
        {
            return delay.NextAt;
        }

        var hour = outbox.Messages.Where(each => each.Begun > now - TimeSpan.FromHours(1) && each.Begun <= now + Limits.ClockDifference).ToList();
        return hour.Count < MostInAnHour ? null : hour[^MostInAnHour].Begun + TimeSpan.FromHours(1);
    }

    /// <summary>Turns that nobody noted the end of in time.</summary>
    private static Outbox Unfinished(Outbox outbox, DateTimeOffset now)
    {
        return outbox.Messages.Any(IsLost)
            ? outbox with { Messages = [.. outbox.Messages.Select(each => IsLost(each) ? each with { Fate = MessageFate.Unclear, Ended = now, Problem = "The program that sent it stopped." } : each)] }
            : outbox;

        bool IsLost(Message message) => message.Fate == MessageFate.Sending && (message.Begun <= now - LongestTurn || message.Begun > now + Limits.ClockDifference);
    }

    /// <summary>Lets go of old messages about what is no longer due.</summary>
    private static Outbox Forget(Outbox outbox, SendRequest request, DateTimeOffset now)
    {
        var due = request.Due.Select(item => item.Matter).ToHashSet();
        return outbox.Messages.Any(IsOld) ? outbox with { Messages = outbox.Messages.RemoveAll(IsOld) } : outbox;

        bool IsOld(Message message) => message.Begun < now - Kept && !(message.Channel == request.Channel && message.Items.Any(item => due.Contains(item.Matter)));
    }

    private static ChannelDelay Delay(Outbox outbox, Message message, SendResult result, DateTimeOffset now)
    {
        var before = outbox.Delays.FirstOrDefault(each => each.Channel == message.Channel);
        var attempts = (before?.Attempts ?? 0) + 1;
        var patience = TimeSpan.FromTicks(Math.Min(LongestDelay.Ticks, ShortestDelay.Ticks << Math.Min(attempts - 1, 10)));
        var asked = result.RetryAfter is { } after ? TimeSpan.FromTicks(Math.Clamp(after.Ticks, patience.Ticks, LongestDelay.Ticks)) : patience;
        return new(message.Channel, before?.Since ?? message.Begun, attempts, result.Problem ?? "", now + asked);
    }

    private static ImmutableArray<Message> With(Outbox outbox, Message changed) => [.. outbox.Messages.Select(each => each.Id == changed.Id ? changed : each)];
}
