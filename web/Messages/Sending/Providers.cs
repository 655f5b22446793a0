using System.Collections.Concurrent;
using CapacityBoard.Messages.Channels;

namespace CapacityBoard.Messages.Sending;

/// <summary>
/// Which providers cannot be reached now, as this node has found. One that is away is tried four times a minute, and not for every message that waits
/// for it.
/// </summary>
internal sealed class Providers(TimeProvider clock)
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, ProviderAway> _away = new();

    public IReadOnlyCollection<ProviderAway> Away => [.. _away.Values];

    /// <summary>True if it is known to be away and not to be tried yet.</summary>
    public bool IsAway(Channel channel) =>
        _away.TryGetValue(KeyOf(channel), out var away) && clock.GetUtcNow() is var now && away.Tried > now - BetweenTries && away.Tried <= now;

    public void Note(Channel channel, SendResult result)
    {
        if (result.Status == SendStatus.Away)
        {
            var now = clock.GetUtcNow();
            _away.AddOrUpdate(KeyOf(channel), _ => new(channel.Kind, now, now, result.Problem!), (_, before) => before with { Tried = now, Problem = result.Problem! });
        }
        else
        {
            _away.TryRemove(KeyOf(channel), out _);
        }
    }

    /// <summary>Each push service is a provider of its own.</summary>
    private static string KeyOf(Channel channel) => channel.Kind == ChannelKind.Push ? new Uri(channel.Address).Authority : $"{channel.Kind}";
}

/// <param name="Since">When it was first found to be away.</param>
internal sealed record ProviderAway(ChannelKind Kind, DateTimeOffset Since, DateTimeOffset Tried, string Problem);
