using CapacityBoard.Beds;
using CapacityBoard.Sites;

namespace CapacityBoard.Ui;

/// <summary>Beds within a sentence: "4 general nursing beds", "1 care package".</summary>
public static class BedWords
{
    public static string Of(BedType type, int count) => $"{count} {Noun(type, count)}";

    /// <summary>"4 general nursing beds free."</summary>
    public static string Free(BedType type, int count) => count == 0 ? $"No {Noun(type, 1)} free." : $"{Of(type, count)} free.";

    /// <summary>With its article: "an inpatient bed".</summary>
    public static string A(BedType type) => type == BedType.Inpatient ? $"an {One(type)}" : $"a {One(type)}";

    /// <summary>A bed is occupied; a package is in use.</summary>
    public static string Taken(BedType type) => type is BedType.CarePackage or BedType.ReablementPackage ? "in use" : "occupied";

    public static string Noun(BedType type, int count = 1) => One(type) + (count == 1 ? "" : "s");

    private static string One(BedType type) => type switch
    {
        BedType.CarePackage or BedType.ReablementPackage => Codes.Of(type).Replace('-', ' '),
        BedType.StepDown or BedType.StepUp => $"{Codes.Of(type)} bed",
        _ => $"{Codes.Of(type).Replace('-', ' ')} bed",
    };
}
