using System.Collections.Immutable;
using CapacityBoard.Access.Store;
using CapacityBoard.Sites;

namespace CapacityBoard.Messages.Channels;

/// <summary>An address or device of a recipient, and what goes to it when.</summary>
/// <param name="Contact">2 for a place's second contact, who is told only what the first has left; otherwise 1.</param>
/// <param name="FromHour">The local hour from which it is sent something.</param>
/// <param name="ToHour">The local hour until which it is sent something: up to 24.</param>
/// <param name="IsVerified">True once its owner has followed a link that was sent there.</param>
/// <param name="OffBecause">Why nothing is sent any more; null while it is on.</param>
internal sealed record Channel(
    string Id, Recipient Recipient, ChannelKind Kind, string Address, string? Keys, int Contact, ImmutableArray<MessageGroup> Groups, int FromHour, int ToHour, DateTimeOffset Added, bool IsVerified, string? OffBecause)
{
    public const int SecondContact = 2;

    public bool IsOn => IsVerified && OffBecause is null;

    /// <summary>Null for a row that a newer version wrote in a way that this one does not know.</summary>
    public static Channel? Of(MessageChannelRow row) =>
        Recipient.TryParse(row.Recipient, out var recipient) && Codes.TryParse<ChannelKind>(row.Kind, out var kind)
            ? new(row.Id, recipient, kind, row.Address, row.Keys, row.Contact, GroupsOf(row.Groups), row.FromHour, row.ToHour, row.Added, row.Verified is not null, row.OffBecause)
            : null;

    /// <summary>True if it may be sent something at an instant.</summary>
    public bool IsOpenAt(DateTimeOffset now) => LocalDay.ToLocal(now).Hour is var hour && hour >= FromHour && hour < ToHour;

    private static ImmutableArray<MessageGroup> GroupsOf(string codes) =>
        [.. codes.Split(',').Select(code => Codes.TryParse<MessageGroup>(code, out var group) ? group : (MessageGroup?)null).OfType<MessageGroup>()];
}
