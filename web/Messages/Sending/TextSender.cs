using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CapacityBoard.Journal;
using CapacityBoard.Messages.Channels;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Messages.Sending;

/// <summary>Posts texts to the program that sends them, signed so that it can tell who asks.</summary>
internal sealed class TextSender(IHttpClientFactory clients, IOptions<MessageOptions> options, TimeProvider clock) : IChannelSender
{
    public const string Client = "texts";

    /// <summary>The header with the time of signing, in seconds of Unix time, and the signature: <c>t=1767225600,v1=…</c>.</summary>
    public const string SignatureHeader = "X-Capacity-Board-Signature";

    public ChannelKind Kind => ChannelKind.Text;

    public bool IsOn => options.Value.SendsTexts;

    public async Task<SendResult> Send(Channel channel, ComposedMessage message, CancellationToken token)
    {
        var text = $"{(message.MayRepeat ? "You may have had this already. " : "")}{message.Subject}. {message.Open}";
        var body = JsonSerializer.SerializeToUtf8Bytes(new TextPost(message.Id, channel.Address, text), DomainJson.Options);
        using var post = new HttpRequestMessage(HttpMethod.Post, options.Value.Texts.Url) { Content = new ByteArrayContent(body) };
        post.Content.Headers.ContentType = new("application/json");
        post.Headers.Add(SignatureHeader, Sign(body));
        try
        {
            using var answer = await clients.CreateClient(Client).SendAsync(post, token);
            return answer.IsSuccessStatusCode
                ? SendResult.Sent
                : new(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.UnprocessableEntity ? SendStatus.Refused : SendStatus.Later, $"The program that sends texts answered {(int)answer.StatusCode}.", answer.Headers.RetryAfter?.Delta);
        }
        catch (TaskCanceledException) when (!token.IsCancellationRequested)
        {
            return new(SendStatus.Unclear, "The program that sends texts did not answer in time.");
        }
        catch (HttpRequestException unreachable)
        {
            return new(SendStatus.Away, $"The program that sends texts cannot be reached: {unreachable.Message.TrimEnd('.')}.");
        }
    }

    /// <summary>HMAC-SHA256 of the time, a full stop and the body.</summary>
    private string Sign(byte[] body)
    {
        var at = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Value.Texts.Secret!), (byte[])[.. Encoding.UTF8.GetBytes($"{at}."), .. body]);
        return $"t={at},v1={Convert.ToHexStringLower(signature)}";
    }
}

/// <param name="Id">Another one each time that it is posted.</param>
/// <param name="To">A telephone number, with its country's code.</param>
internal sealed record TextPost(string Id, string To, string Text);
