using CapacityBoard.Pages.Forms;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Pages.Sites;

/// <summary>What people call the codes of stays.</summary>
public static class StayWords
{
    public static IReadOnlyList<Option> Ages { get; } = [.. Enum.GetValues<AgeBand>().OrderBy(age => age == AgeBand.NotKnown).Select(age => new Option(Codes.Of(age), Of(age).AsSentence()))];

    public static IReadOnlyList<Option> Destinations { get; } = [.. Enum.GetValues<Destination>().Select(each => new Option(Codes.Of(each), Of(each).AsSentence()))];

    public static string Of(AgeBand age) => age switch
    {
        AgeBand.Under18 => "under 18",
        AgeBand.From18To64 => "18 to 64",
        AgeBand.From65To74 => "65 to 74",
        AgeBand.From75To84 => "75 to 84",
        AgeBand.From85 => "85 or over",
        _ => "age not known",
    };

    public static string Of(Destination destination) => destination switch
    {
        Destination.UsualResidence => "home or usual residence",
        Destination.CareHome => "care home",
        Destination.IntermediateCareUnit => "intermediate care unit",
        Destination.OtherHospital => "another hospital",
        Destination.Hospice => "hospice",
        Destination.Died => "died",
        _ => "other",
    };
}
