using System.Collections.Immutable;
using System.IO.Enumeration;
using CapacityBoard.Sites;

namespace CapacityBoard.Feeds;

/// <summary>How a hospital's messages are read.</summary>
/// <param name="Name">The hospital's system, as shown beside what it records; at most 40 characters.</param>
/// <param name="Application">MSH-3 of its messages; empty for any.</param>
/// <param name="Facility">MSH-4 of its messages; empty for any.</param>
/// <param name="Classes">The patient classes of PV1-2 that are inpatients. A message without a class is about an inpatient.</param>
/// <param name="Locations">Which locations are which ward. The first rule that fits counts.</param>
[GenerateSerializer, Alias("board.feed-definition"), Immutable]
public sealed record FeedDefinition(
    [Id(0)] string Name,
    [Id(1)] string Application,
    [Id(2)] string Facility,
    [Id(3)] ReferenceField Reference,
    [Id(4)] ImmutableArray<string> Classes,
    [Id(5)] ImmutableArray<LocationRule> Locations)
{
    public static FeedDefinition Empty { get; } = new("", "", "", ReferenceField.VisitNumber, ["I"], []);

    public const int LongestName = 40;

    public const int MostRules = 1000;

    /// <summary>What is wrong with it; null if nothing is.</summary>
    /// <param name="hospital">The hospital whose wards its rules may name.</param>
    public Refusal? Check(string hospital)
    {
        if ((Limits.RequiredText(Name, "name", LongestName) ?? Limits.OptionalText(Application, "application") ?? Limits.OptionalText(Facility, "facility")) is { } wrong)
        {
            return wrong;
        }

        if (Classes.IsDefaultOrEmpty || Classes.Any(each => each.Length is 0 or > 5))
        {
            return Limits.Invalid("classes", "'classes' must have at least one patient class, such as I.");
        }

        return Locations.Length > MostRules
            ? Limits.Invalid("locations", $"'locations' has {Locations.Length} rules. At most {MostRules} are allowed.")
            : Locations.Select((rule, index) => rule.Check(hospital, index)).FirstOrDefault(each => each is not null);
    }

    /// <summary>The rule for a location; null if none fits.</summary>
    public LocationRule? RuleOf(AdtLocation location) => Locations.FirstOrDefault(rule => rule.Fits(location));
}

/// <summary>Says which ward a location is on.</summary>
/// <param name="Pattern"><c>ward^bay^bed</c> as in the messages, and a fourth part for the facility. <c>*</c> stands for any characters; parts that are left out fit everything.</param>
/// <param name="Ward">Null if the location is not on this board.</param>
[GenerateSerializer, Alias("board.location-rule"), Immutable]
public sealed record LocationRule([Id(0)] string Pattern, [Id(1)] SiteKey? Ward)
{
    private const int MostParts = 4;

    public bool Fits(AdtLocation location)
    {
        ReadOnlySpan<string> parts = [location.PointOfCare, location.Room, location.Bed, location.Facility];
        var index = 0;
        foreach (var part in Pattern.AsSpan().Split('^'))
        {
            if (index == MostParts || !Fits(Pattern.AsSpan(part).Trim(), parts[index++]))
            {
                return false;
            }
        }

        return true;
    }

    public Refusal? Check(string hospital, int index) => (Pattern.Split('^'), Ward) switch
    {
        ([""], _) => Limits.Invalid($"locations[{index}]", "A rule needs a location, such as A1^*^*."),
        ({ Length: > MostParts }, _) => Limits.Invalid($"locations[{index}]", $"'{Pattern}' has more than {MostParts} parts. Write ward^bay^bed."),
        _ when Pattern.Contains('\\', StringComparison.Ordinal) => Limits.Invalid($"locations[{index}]", $"'{Pattern}' has a backslash, which no location has."),
        (_, { } ward) when ward.HospitalKey != hospital => Limits.Invalid($"locations[{index}]", $"'{ward}' is not a ward of this hospital."),
        _ => Limits.RequiredText(Pattern, $"locations[{index}]"),
    };

    private static bool Fits(ReadOnlySpan<char> pattern, string text) => FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase: true);
}
