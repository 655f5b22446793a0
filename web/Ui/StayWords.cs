using CapacityBoard.GrandRounds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Ui;

/// <summary>The codes of stays in words.</summary>
public static class StayWords
{
    public static IReadOnlyList<Option> Ages { get; } = [.. Enum.GetValues<AgeBand>().OrderBy(age => age == AgeBand.NotKnown).Select(age => new Option(Codes.Of(age), Of(age).AsSentence()))];

    public static IReadOnlyList<Option> Destinations { get; } = Options.Of<Destination>(each => Of(each).AsSentence());

    public static string Nights(int count) => count == 1 ? "night" : "nights";

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

    public static IReadOnlyList<Option> Pathways { get; } =
        Options.Of<Pathway>(each => $"Pathway {(int)each}: {Of(each)}");

    public static IReadOnlyList<Option> Owners { get; } = Options.Of<DelayOwner>(each => Of(each).AsSentence());

    public static IReadOnlyList<Option> Mobilities { get; } = Options.Of<Mobility>(each => Of(each).AsSentence());

    public static IReadOnlyList<Option> Fundings { get; } = Options.Of<Funding>(each => Of(each).AsSentence());

    public static string Of(Pathway pathway) => pathway switch
    {
        Pathway.P0 => "home or usual residence, no new need",
        Pathway.P1 => "home with new or more support",
        Pathway.P2 => "community bed for recovery",
        _ => "care home, likely to be permanent",
    };

    /// <summary>Who is responsible for a delay: "NHS and social care".</summary>
    public static string Of(DelayOwner owner) => owner switch
    {
        DelayOwner.Nhs => "NHS",
        DelayOwner.SocialCare => "social care",
        DelayOwner.Both => "NHS and social care",
        _ => "housing",
    };

    public static string Of(Mobility mobility) => mobility switch
    {
        Mobility.Independent => "walks independently",
        Mobility.HelpOfOne => "needs help from 1 person",
        Mobility.HelpOfTwo => "needs help from 2 people",
        Mobility.Hoist => "hoist",
        Mobility.InBed => "cared for in bed",
        _ => "mobility not known",
    };

    public static string Of(Funding funding) => funding switch
    {
        Funding.SelfFunding => "self-funding",
        Funding.LocalAuthority => "local authority funded",
        Funding.ContinuingHealthcare => "NHS continuing healthcare",
        Funding.NhsDischarge => "NHS discharge funding",
        Funding.Undecided => "funding not decided yet",
        _ => "funding not known",
    };

    public static string Of(ReviewOutcome outcome) => outcome switch
    {
        ReviewOutcome.NeedsHospital => "still needs an acute bed",
        ReviewOutcome.Leaving => "leaving today or tomorrow",
        ReviewOutcome.PlanOnTrack => "plan on track",
        ReviewOutcome.PlanChanged => "plan changed",
        _ => "escalated above the ward",
    };

    /// <summary>What a place must offer, as parts of a sentence.</summary>
    public static IEnumerable<string> Of(Needs needs) => new[]
    {
        string.Join(" or ", needs.Types.Select(type => BedWords.Noun(type))),
        needs.Nursing ? "nursing" : null,
        needs.Dementia ? "dementia care" : null,
        needs.Mobility == Mobility.NotKnown ? null : Of(needs.Mobility),
        needs.Funding == Funding.NotKnown ? null : Of(needs.Funding),
        needs.Near is { } near ? needs.WithinKilometres is { } most ? $"within {Miles.Limit(most)} of {near}" : $"near {near}" : null,
        needs.Note,
    }.OfType<string>();
}
