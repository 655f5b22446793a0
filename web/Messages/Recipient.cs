using System.Diagnostics.CodeAnalysis;
using CapacityBoard.Sites;

namespace CapacityBoard.Messages;

/// <summary>Who is told: a person, at addresses and devices of their own, or a place, at addresses that its people share.</summary>
/// <param name="Person">The account's ID; null for a place.</param>
/// <param name="Place">Null for a person.</param>
internal sealed record Recipient(string? Person, SiteKey? Place)
{
    private const string PersonKey = "person/";
    private const string PlaceKey = "place/";

    /// <summary>The key of the recipient's outbox.</summary>
    public string Key => Person is { } person ? PersonKey + person : PlaceKey + Place;

    public static Recipient Of(SiteKey place) => new(null, place);

    public static Recipient OfPerson(string account) => new(account, null);

    public static bool TryParse(string? key, [NotNullWhen(true)] out Recipient? recipient)
    {
        recipient = key switch
        {
            _ when key?.StartsWith(PersonKey, StringComparison.Ordinal) == true => OfPerson(key[PersonKey.Length..]),
            _ when key?.StartsWith(PlaceKey, StringComparison.Ordinal) == true && SiteKey.TryParse(key[PlaceKey.Length..], out var place) => Of(place),
            _ => null,
        };
        return recipient is not null;
    }
}
