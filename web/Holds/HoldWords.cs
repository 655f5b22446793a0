using CapacityBoard.Beds;
using CapacityBoard.Stays;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Holds;

/// <summary>The state of a hold in words, for both of its sides.</summary>
public static class HoldWords
{
    /// <summary>For a hold whose reference nobody had when it was placed.</summary>
    public const string NobodyFound = "No stay has this reference. Check it: no ward will be asked to confirm that they left.";

    public static string Of(PlaceHeld held, DateTimeOffset now) => held.StandingAt(now) switch
    {
        HoldStanding.NotAnswered => "No response yet",
        HoldStanding.Accepted => "Accepted",
        HoldStanding.Assessing => $"Assessment {QuickTimes.Of(held.Hold.Answer!.AssessesAt!.Value, now)}",
        HoldStanding.Arrived => "Arrived",
        HoldStanding.Declined => "Declined",
        HoldStanding.Released => "Released",
        _ => "Expired",
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

    /// <summary>Why it ended, or the note with the answer; null if there is none.</summary>
    public static string? Why(PlaceHeld held) => held.Ended is { } ended ? ended.Reason : held.Hold.Answer?.Note;

    /// <summary>The person's needs, each with its name; none if not known.</summary>
    public static IEnumerable<(string Name, string Words)> Needs(Hold hold) => Needs(hold.Needs, hold.Note);

    /// <param name="known">Null if not known.</param>
    /// <param name="note">What else the place was told.</param>
    public static IEnumerable<(string Name, string Words)> Needs(Needs? known, string? note)
    {
        if (known is { } needs)
        {
            yield return ("Care", string.Join(", ", new[] { needs.Nursing ? "nursing" : null, needs.Dementia ? "dementia" : null }.OfType<string>().DefaultIfEmpty("no nursing or dementia care")).AsSentence());
            yield return ("Mobility", StayWords.Of(needs.Mobility).AsSentence());
            yield return ("Funding", StayWords.Of(needs.Funding).AsSentence());
        }

        if (known?.Note is { } also)
        {
            yield return ("Also", also);
        }

        if (note is not null)
        {
            yield return ("Note", note);
        }
    }
}
