using CapacityBoard.Choices;
using CapacityBoard.Holds;
using CapacityBoard.Stays;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Plans;

/// <summary>A plan in words.</summary>
internal static class PlanWords
{
    /// <summary>How many reasons are named for somebody whom no bed fits.</summary>
    private const int MostReasons = 4;

    /// <summary>Miles that are shown as the same distance.</summary>
    private const double SameMiles = 0.05;

    /// <summary>What decides between plans, most important first.</summary>
    public static IReadOnlyList<string> Rules { get; } =
    [
        "as many people placed as possible",
        "the longest waits: nobody is placed instead of somebody who has waited longer",
        "beds that are free now before beds that are only expected",
        "preferred homes, in order of preference",
        "best matching bed type, and the nursing and dementia care needed",
        "fewest miles; at the same distance, fresh figures and the better CQC rating",
    ];

    /// <summary>"General nursing bed, 3 free now".</summary>
    public static string Bed(PlannedBed bed, DateTimeOffset now) =>
        $"{BedWords.Noun(bed.Type).AsSentence()}, {(bed.ExpectedAt is { } at ? $"expected {QuickTimes.Of(at, now)}" : $"{bed.Fit.Offered.Free} free now")}";

    /// <summary>What would change the proposal, in one or two sentences.</summary>
    public static IEnumerable<string> WhatChanges(Proposal proposal, DateTimeOffset now)
    {
        if (proposal.Better is { } better)
        {
            yield return $"Better, but proposed for others: {Other(proposal.Bed, better, now)}.";
        }

        if (proposal.Next is { } next)
        {
            yield return $"Next best: {Other(proposal.Bed, next, now)}.";
        }
        else if (proposal.Others == 0)
        {
            yield return "The only place that fits.";
        }
        else
        {
            yield return $"{proposal.Others} other {(proposal.Others == 1 ? "place fits. Its beds are" : "places fit. Their beds are")} proposed for others.";
        }
    }

    /// <summary>How many are left out for each kind of reason: "4 without needs recorded".</summary>
    public static IEnumerable<string> Counts(IReadOnlyCollection<LeftOut> leftOut) => new[]
    {
        (leftOut.OfType<WithoutNeeds>().Count(), "without needs recorded"),
        (leftOut.OfType<NothingFits>().Count(), "without a free bed that fits"),
        (leftOut.OfType<Outwaited>().Count(), "whose beds go to longer waits"),
    }.Where(each => each.Item1 > 0).Select(each => $"{each.Item1} {each.Item2}");

    /// <summary>Why nothing is proposed for somebody.</summary>
    public static string Why(LeftOut left) => left switch
    {
        Outwaited { Beds: 1 } each => $"{each.People} people compete for 1 bed. It is proposed for somebody who has waited {Nights(each)}.",
        Outwaited each => $"{each.People} people compete for {each.Beds} beds. These are proposed for people who have waited {Nights(each)} or longer.",
        NothingFits { Full: 0, Excluded.IsEmpty: true } => "No place has a suitable bed type.",
        NothingFits fits => $"No free bed fits: {string.Join(", ", Reasons(fits).Take(MostReasons))}.",
        _ => "No needs recorded yet.",
    };

    /// <summary>Who has to do what next for a bed that is held, and by when.</summary>
    public static string NextStep(ArrangedPlace arranged, DateTimeOffset now) => (arranged.StandingAt(now), arranged.Held.Hold.Arrival) switch
    {
        (HoldStanding.NotAnswered, _) => $"{arranged.Held.Details.Name} answers by {QuickTimes.Of(arranged.NextStep, now)}",
        (HoldStanding.Arrived, _) => $"{arranged.Person.Site.Details!.Name} confirms that they have left: {arranged.Held.Details.Name} reported their arrival {QuickTimes.Of(arranged.Held.LastChange.At, now)}",
        (HoldStanding.Assessing, _) => $"{arranged.Held.Details.Name} assesses {QuickTimes.Of(arranged.NextStep, now)}",
        (_, { } arrival) => $"{arranged.Person.Site.Details!.Name} sends them: {(arrival < now ? "was due" : "arrives")} {QuickTimes.Of(arrival, now)}",
        _ => $"{arranged.Person.Site.Details!.Name} arranges the move by {QuickTimes.Of(arranged.NextStep, now)}",
    };

    /// <summary>The main reason for delay and who is responsible; null if none is recorded.</summary>
    public static string? Delay(Stay stay) => stay.PrimaryDelay is { } delay ? $"{delay.Reason.Entry().Words}: {StayWords.Of(delay.Owner)}" : null;

    /// <summary>Another bed and how it differs: "The Limes, a dementia nursing bed, 1.2 miles further".</summary>
    private static string Other(PlannedBed proposed, PlannedBed other, DateTimeOffset now) => string.Join(", ", new[]
    {
        other.Fit.Details.Name,
        (proposed.ExpectedAt, other.ExpectedAt) switch
        {
            (_, { } at) => $"expected {QuickTimes.Of(at, now)}",
            ({ }, null) => "free now",
            _ => null,
        },
        (proposed.Fit.Wish, other.Fit.Wish) switch
        {
            (_, { } wish) => $"{Remarks.Ordinal(wish)} preferred home",
            ({ }, null) => "not a preferred home",
            _ => null,
        },
        other.Type == proposed.Type ? null : BedWords.A(other.Type),
        Further(proposed.Fit.Kilometres, other.Fit.Kilometres),
    }.OfType<string>());

    private static string Nights(Outwaited left) => left.ShortestNights == 0 ? "since today" : $"{left.ShortestNights} {StayWords.Nights(left.ShortestNights)}";

    private static string? Further(double? proposed, double? other) => (other - proposed) switch
    {
        { } more when Miles.Of(Math.Abs(more)) < SameMiles => "as near",
        > 0 and var more => $"{Miles.Words(more)} further",
        < 0 and var less => $"{Miles.Words(-less)} nearer",
        _ => null,
    };

    private static IEnumerable<string> Reasons(NothingFits fits) => (fits.Full == 0 ? [] : (IEnumerable<string>)[$"{fits.Full} full"])
        .Concat(fits.Excluded.Select(each => $"{each.Places} {Of(each.Reason)}"));

    private static string Of(ExclusionReason reason) => reason switch
    {
        ExclusionReason.Closed => "closed",
        ExclusionReason.Suspended => "suspended",
        ExclusionReason.NeverDeclared => "without figures",
        ExclusionReason.CannotBeShown => "that cannot be shown",
        ExclusionReason.Stale => "with stale figures",
        ExclusionReason.WrongService => "of another type",
        ExclusionReason.TooFar => "too far",
        _ => "declined within a week",
    };
}
