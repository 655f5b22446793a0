using CapacityBoard.Beds;
using CapacityBoard.Sites;

namespace CapacityBoard.Board;

/// <summary>What people call the codes: <c>GeneralNursing</c> is "General nursing".</summary>
public static class Labels
{
    public static string Of(BedType type) => type switch
    {
        BedType.Transitional => "Transitional or short stay",
        BedType.Inpatient => "Inpatient bed",
        _ => Spoken(type),
    };

    public static string Of(SiteKind kind) => kind == SiteKind.HomeCareProvider ? "Home-care provider" : Spoken(kind);

    public static string Of(CqcRating rating) => Spoken(rating);

    public static string Of(Freshness freshness) => Spoken(freshness);

    /// <summary>A part of a site's key, as a name: <c>greater-manchester</c> is "Greater Manchester".</summary>
    public static string OfPart(string part) =>
        string.Join(' ', part.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static string Spoken<TEnum>(TEnum code)
        where TEnum : struct, Enum
    {
        var words = Codes.Of(code).Replace('-', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
