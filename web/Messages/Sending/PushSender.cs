using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using CapacityBoard.Journal;
using CapacityBoard.Messages.Channels;
using Lib.Net.Http.WebPush;
using Lib.Net.Http.WebPush.Authentication;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Messages.Sending;

/// <summary>Gives notifications to the push service of a browser, encrypted so that only that browser can read them.</summary>
internal sealed class PushSender(IHttpClientFactory clients, PushKeys keys, IOptions<MessageOptions> options) : IChannelSender
{
    public const string Client = "push";

    /// <summary>A notification that the device has not fetched by then is worth nothing any more.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(12);

    public ChannelKind Kind => ChannelKind.Push;

    public bool IsOn => options.Value.SendsPush;

    public async Task<SendResult> Send(Channel channel, ComposedMessage message, CancellationToken token)
    {
        var device = JsonSerializer.Deserialize<PushSubscriptionKeys>(channel.Keys!, DomainJson.Options)!;
        if (!options.Value.Push.Allows(new(channel.Address)) || await keys.PrivateOf(device.Key, token) is not { } secret)
        {
            return new(SendStatus.Refused, "This device has to be switched on again.");
        }

        var subscription = new PushSubscription { Endpoint = channel.Address };
        subscription.SetKey(PushEncryptionKeyName.P256DH, device.P256dh);
        subscription.SetKey(PushEncryptionKeyName.Auth, device.Auth);
        using var identity = new VapidAuthentication(device.Key, secret) { Subject = options.Value.Push.Contact };
        try
        {
            var client = new PushServiceClient(clients.CreateClient(Client)) { AutoRetryAfter = false };
            await client.RequestPushMessageDeliveryAsync(subscription, Notification(message), identity, VapidAuthenticationScheme.Vapid, token);
            return SendResult.Sent;
        }
        catch (PushServiceClientException refused)
        {
            return new(
                refused.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone ? SendStatus.Refused : SendStatus.Later,
                $"The push service answered {(int)refused.StatusCode}.",
                refused.Headers?.RetryAfter is { Delta: { } after } ? after : null);
        }
        catch (Exception unusable) when (unusable is ArgumentException or FormatException or CryptographicException)
        {
            return new(SendStatus.Refused, "This device’s keys cannot be used. Switch notifications off and on again on it.");
        }
        catch (TaskCanceledException) when (!token.IsCancellationRequested)
        {
            return new(SendStatus.Unclear, "The push service did not answer in time.");
        }
        catch (HttpRequestException unreachable)
        {
            return new(SendStatus.Away, $"The push service cannot be reached: {unreachable.Message.TrimEnd('.')}.");
        }
    }

    private static PushMessage Notification(ComposedMessage message)
    {
        var open = new Uri(message.Open);
        var content = new PushNotification(message.Subject, string.Join('\n', message.Lines.Count > 1 ? message.Lines.Select(line => line.Words) : []), open.PathAndQuery + open.Fragment, message.Waiting, message.Id);
        return new(JsonSerializer.Serialize(content, DomainJson.Options)) { TimeToLive = (int)Lasts.TotalSeconds, Urgency = PushMessageUrgency.High };
    }
}

/// <summary>What the page's worker shows.</summary>
/// <param name="Path">Where a tap leads, from the board's own address.</param>
/// <param name="Count">For the app's badge.</param>
/// <param name="Tag">A later notification with the same tag replaces it.</param>
internal sealed record PushNotification(string Title, string Body, string Path, int Count, string Tag);
