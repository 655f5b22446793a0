using System.Collections.Concurrent;
using CapacityBoard.Access;
using CapacityBoard.Messages.Channels;
using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Telemetry;
using CapacityBoard.Work;

namespace CapacityBoard.Messages.Sending;

/// <summary>
/// One look at everybody who is to be told something: derives what is due to them, asks their outbox for the turn to send it, sends it and notes
/// how that ended. However many nodes look, the outbox gives each message to one of them.
/// </summary>
internal sealed partial class MessageRun(
    ChannelStore channels,
    MyWork work,
    Callers callers,
    LocalityPolicies policies,
    MessageComposer composer,
    IEnumerable<IChannelSender> senders,
    Providers providers,
    IGrainFactory grains,
    BoardMetrics metrics,
    TimeProvider clock,
    ILogger<MessageRun> log)
{
    private const int AtOnce = 8;

    private readonly Dictionary<ChannelKind, IChannelSender> _senders = senders.ToDictionary(sender => sender.Kind);

    /// <summary>By channel: what was due when the outbox had nothing to give, and when that may change.</summary>
    private readonly ConcurrentDictionary<string, Settled> _settled = new();

    private int _waiting;

    /// <summary>How many channels had something due at the last look that could not be sent.</summary>
    public int Waiting => _waiting;

    /// <exception cref="Journal.JournalUnavailableException">The accounts or the outboxes cannot be read or written.</exception>
    public async Task Look(CancellationToken token)
    {
        var all = (await channels.On(token)).Where(channel => _senders[channel.Kind].IsOn).ToList();
        var look = new WorkOfLook(work, callers);
        var waiting = 0;
        await Parallel.ForEachAsync(
            all.GroupBy(channel => channel.Recipient),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = token },
            async (recipient, _) => Interlocked.Add(ref waiting, await Tell(recipient.Key, [.. recipient], look, token)));
        _waiting = waiting;
    }

    /// <summary>A fault with one recipient is logged, and the others are told all the same.</summary>
    /// <returns>How many of the channels still have something to be sent.</returns>
    private async Task<int> Tell(Recipient recipient, IReadOnlyList<Channel> of, WorkOfLook look, CancellationToken token)
    {
        var waiting = of.Count;
        try
        {
            var matters = await look.Of(recipient, token);
            foreach (var channel in of)
            {
                token.ThrowIfCancellationRequested();
                waiting -= await Tell(channel, matters) ? 1 : 0;
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(failure, recipient.Key);
        }

        return waiting;
    }

    /// <returns>False if something due is still to be sent.</returns>
    private async Task<bool> Tell(Channel channel, IReadOnlyList<Matter> matters)
    {
        var now = clock.GetUtcNow();
        var due = DueItems.Of(channel, matters, locality => policies.Of(locality, now).Reminders, now);
        if (due.Count == 0)
        {
            return true;
        }

        if (_settled.TryGetValue(channel.Id, out var settled) && settled.Covers(due, now))
        {
            return settled.NotBefore is null;
        }

        if (providers.IsAway(channel))
        {
            return false;
        }

        var outbox = grains.GetGrain<IOutboxGrain>(channel.Recipient.Key);
        var turn = await outbox.Begin(new(Guid.CreateVersion7().ToString("n"), channel.Id, [.. due]));
        if (turn.Message is not { } message)
        {
            _settled[channel.Id] = new(due, turn.NotBefore);
            return turn.NotBefore is null;
        }

        var result = await _senders[channel.Kind].Send(channel, composer.Compose(channel, message, matters, now), CancellationToken.None);
        providers.Note(channel, result);
        metrics.MessageEnded(Codes.Of(channel.Kind), Codes.Of(result.Status));
        await outbox.Note(message.Id, result);
        if (result.Status == SendStatus.Refused)
        {
            await channels.SwitchOff(channel, result.Problem!);
        }

        if (result.Status != SendStatus.Sent)
        {
            LogNotSent(Codes.Of(channel.Kind), channel.Recipient.Key, Codes.Of(result.Status), result.Problem);
        }

        return result.Status is SendStatus.Sent or SendStatus.Refused;
    }

    [LoggerMessage(LogLevel.Error, "{Recipient} could not be told what waits; it is tried again")]
    private partial void LogFailed(Exception exception, string recipient);

    [LoggerMessage(LogLevel.Warning, "A message by {Kind} to {Recipient} was not sent ({Status}): {Problem}")]
    private partial void LogNotSent(string kind, string recipient, string status, string? problem);

    private sealed record Settled(IReadOnlyList<MessageItem> Due, DateTimeOffset? NotBefore)
    {
        public bool Covers(IReadOnlyList<MessageItem> due, DateTimeOffset now) => (NotBefore is null || NotBefore > now) && due.All(Due.Contains);
    }
}
