using CapacityBoard.Messages.Channels;
using CapacityBoard.Messages.Sending;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CapacityBoard.Messages;

/// <summary>Checks that the providers that deliver messages can be reached. That deserves no more than a warning: the board itself works without them.</summary>
internal sealed class MessagesCheck(Providers providers) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        providers.Away.OrderBy(away => away.Since).ToList() is { Count: > 0 } away
            ? HealthCheckResult.Healthy(string.Join(' ', away.Select(each => $"{Words(each.Kind)} have been waiting since {each.Since:O}. {each.Problem}")))
            : HealthCheckResult.Healthy());

    private static string Words(ChannelKind kind) => kind switch { ChannelKind.Email => "E-mails", ChannelKind.Push => "Notifications", _ => "Texts" };
}
