using CapacityBoard.Beds;
using CapacityBoard.Sites;

namespace CapacityBoard.Ui;

/// <summary>Codes in words: <c>GeneralNursing</c> is "General nursing".</summary>
public static class Labels
{
    public static string Of(BedType type) => type switch
    {
        BedType.Transitional => "Transitional or short stay",
        _ => Spoken(Codes.Of(type)),
    };

    public static string Of(SiteKind kind) => kind switch
    {
        SiteKind.HomeCareProvider => "Home care provider",
        _ => Spoken(Codes.Of(kind)),
    };

    public static string Of(CqcRating rating) => Spoken(Codes.Of(rating));

    /// <summary>A site's name, for a ward with its hospital: "A1, Stepping Hill Hospital".</summary>
    public static string Of(SiteDetails details) => details.Hospital is { } hospital ? $"{details.Name}, {hospital}" : details.Name;

    /// <summary>A part of a site's key as a name: <c>greater-manchester</c> is "Greater Manchester".</summary>
    public static string OfPart(string part) => string.Join(' ', part.Split('-').Select(Capitalised));

    /// <summary>The label of every value of an enum, by code.</summary>
    public static IReadOnlyDictionary<string, string> ByCode<TEnum>(Func<TEnum, string> label)
        where TEnum : struct, Enum => Enum.GetValues<TEnum>().ToDictionary(Codes.Of, label);

    /// <summary>A code in words: <c>never-declared</c> is "Never declared".</summary>
    public static string Spoken(string code) => Capitalised(code.Replace('-', ' '));

    private static string Capitalised(string words) => words.AsSentence();
}
