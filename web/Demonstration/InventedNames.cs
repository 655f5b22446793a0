using System.Collections.Immutable;

namespace CapacityBoard.Demonstration;

/// <summary>Names that no real home has, and their invented places in Stockport.</summary>
internal static class InventedNames
{
    private static readonly string[] First =
    [
        "Alderbeck", "Amberfold", "Applewhistle", "Ashmelling", "Barleywick", "Beckenlow", "Bellhanger", "Birchwhittle", "Bracklesome",
        "Brindlewick", "Burnetfold", "Calderwhin", "Charlesmoor", "Cloverhythe", "Copperfold", "Cuckoostone", "Damsonby", "Dovewhistle",
        "Elderthwaite", "Fallowmere", "Fernwhittle", "Foxgrove", "Galehanger", "Goosnarrow", "Harebeck", "Hazelwhin",
        "Heronsmere", "Hollinfold", "Ivythwaite", "Juniperley", "Kestrelmoor", "Kingfoldby", "Larkwhistle", "Lavenderley", "Limebeck",
    ];

    private static readonly string[] Last = ["House", "Court", "Lodge", "Grange", "Manor", "Hall", "Place", "View"];

    /// <summary>The eight neighbourhoods: name, postcode district and position.</summary>
    public static ImmutableArray<(string Name, string District, double Latitude, double Longitude)> Neighbourhoods { get; } =
    [
        ("Bramhall", "SK7", 53.360, -2.165),
        ("Cheadle", "SK8", 53.392, -2.213),
        ("Hazel Grove", "SK7", 53.377, -2.113),
        ("Heatons", "SK4", 53.421, -2.181),
        ("Marple", "SK6", 53.395, -2.063),
        ("Reddish and Brinnington", "SK5", 53.432, -2.148),
        ("Victoria", "SK3", 53.400, -2.164),
        ("Werneth", "SK6", 53.414, -2.092),
    ];

    public static string Home(int index) => $"{First[index % First.Length]} {Last[(index + index / First.Length * 3) % Last.Length]}";

    public static string Agency(int index) => $"{First[(index * 2 + 1) % First.Length]} {(index < First.Length ? "Home Care" : "Care at Home")}";
}
