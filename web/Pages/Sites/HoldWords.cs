using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Pages.Forms;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Pages.Sites;

/// <summary>How a hold stands, in words for both of its sides.</summary>
public static class HoldWords
{
    public static string Of(PlaceHeld held, DateTimeOffset now) => held.StandingAt(now) switch
    {
        HoldStanding.NotAnswered => "Not answered yet",
        HoldStanding.Accepted => "Accepted",
        HoldStanding.Assessing => $"Assessment {QuickTimes.Of(held.Hold.Answer!.AssessesAt!.Value, now)}",
        HoldStanding.Arrived => "They have come",
        HoldStanding.Declined => "Cannot take them",
        HoldStanding.Released => "Released",
        _ => "Ran out",
    };

    /// <summary>The colour of the design system's tag.</summary>
    public static string Tag(PlaceHeld held, DateTimeOffset now) => held.StandingAt(now) switch
    {
        HoldStanding.NotAnswered => "yellow",
        HoldStanding.Accepted => "green",
        HoldStanding.Assessing => "blue",
        HoldStanding.Arrived => "purple",
        HoldStanding.Declined => "red",
        HoldStanding.Released => "grey",
        _ => "orange",
    };

    /// <summary>Why it ended, or what was said to the answer; null where that is nothing.</summary>
    public static string? Why(PlaceHeld held) => held.Ended is { } ended ? ended.Reason : held.Hold.Answer?.Note;

    /// <summary>What the person needs, each with its name: nothing where it is not known.</summary>
    public static IEnumerable<(string Name, string Words)> Needs(Hold hold)
    {
        if (hold.Needs is { } needs)
        {
            yield return ("Care", string.Join(", ", new[] { needs.Nursing ? "nursing" : null, needs.Dementia ? "dementia" : null }.OfType<string>().DefaultIfEmpty("no nursing, no dementia care")).AsSentence());
            yield return ("Moving", Of(needs.Mobility).AsSentence());
            yield return ("Paid by", Of(needs.Funding).AsSentence());
        }

        if (hold.Needs?.Note is { } also)
        {
            yield return ("Also", also);
        }

        if (hold.Note is { } note)
        {
            yield return ("Note", note);
        }
    }

    private static string Of(Mobility mobility) => mobility switch
    {
        Mobility.Independent => "on their own",
        Mobility.HelpOfOne => "with help of one",
        Mobility.HelpOfTwo => "with help of two",
        Mobility.Hoist => "with a hoist",
        Mobility.InBed => "cared for in bed",
        _ => "not known yet",
    };

    private static string Of(Funding funding) => funding switch
    {
        Funding.SelfFunding => "themselves",
        Funding.LocalAuthority => "the local authority",
        Funding.ContinuingHealthcare => "the NHS: continuing healthcare",
        Funding.NhsDischarge => "the NHS: discharge funding",
        Funding.Undecided => "not decided yet",
        _ => "not known yet",
    };
}
