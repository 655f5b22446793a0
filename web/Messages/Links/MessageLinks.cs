using System.Security.Cryptography;
using System.Text.Json;
using CapacityBoard.Journal;
using CapacityBoard.Messages.Channels;
using CapacityBoard.Work;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Messages.Links;

/// <summary>Makes and reads the links in messages. Each carries what it is for, sealed with the keys that nodes share.</summary>
internal sealed class MessageLinks(IDataProtectionProvider protection, IOptions<MessageOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan VerifyLasts = TimeSpan.FromDays(2);
    private static readonly TimeSpan DoLasts = TimeSpan.FromDays(2);

    private readonly IDataProtector _protector = protection.CreateProtector("message-links");

    public string Verify(Channel channel) => To(new(LinkPurpose.Verify, channel.Id, Expires: clock.GetUtcNow() + VerifyLasts));

    public string Stop(Channel channel) => To(new(LinkPurpose.Stop, channel.Id));

    public string Do(Channel channel, Message message, Matter matter) => To(new(LinkPurpose.Do, channel.Id, message.Id, matter.Occasion, clock.GetUtcNow() + DoLasts));

    /// <summary>The address of one of the board's own pages.</summary>
    public string Page(string path) => options.Value.Url!.TrimEnd('/') + path;

    /// <summary>Null if it is none of ours, for something else, or expired.</summary>
    public MessageLink? Read(LinkPurpose purpose, string? token)
    {
        try
        {
            return token is { Length: > 0 } && JsonSerializer.Deserialize<MessageLink>(_protector.Unprotect(token), DomainJson.Options) is { } link
                && link.Purpose == purpose && !(link.Expires <= clock.GetUtcNow())
                ? link
                : null;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or JsonException or FormatException)
        {
            return null;
        }
    }

    private string To(MessageLink link) =>
        Page($"/account/messages/{link.Purpose.ToString().ToLowerInvariant()}?link={_protector.Protect(JsonSerializer.Serialize(link, DomainJson.Options))}");
}
