using System.Globalization;
using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Ui;

namespace CapacityBoard.Board;

/// <summary>A board's figures in words for the pages. The pages' scripts use the same words.</summary>
public static class BoardText
{
    public static string About(ShownSite site) => Joined(
        site.IsWithItsKind ? null : Labels.Of(site.Row.Kind),
        site.Row.Hospital,
        site.Row.Neighbourhood,
        site.Row.Postcode,
        site.Kilometres is { } kilometres ? Distance(kilometres) : null,
        site.Row.Rating == CqcRating.NotRated ? null : $"CQC: {Labels.Of(site.Row.Rating)}");

    public static string Distance(double kilometres) => $"{Miles.Words(kilometres)} away";

    public static string Until(Suspended suspended, DateTimeOffset now) =>
        string.Join(", ", new[] { suspended.Reason, suspended.Until is { } until ? $"until {Age.Clock(until, now)}" : "" }.Where(part => part.Length > 0));

    public static string People(PeopleFigures? people) => people is null or { Stays: 0 }
        ? ""
        : Joined(
            people.MedicallyOptimised == 0 ? "Nobody medically optimised" : $"{people.MedicallyOptimised} medically optimised, {Longest(people)}",
            people.ExpectedToGo == 0 ? null : $"{people.ExpectedToGo} expected to leave in 24 hours");

    /// <summary>Why placements on one line are suspended, unless the whole site is.</summary>
    public static string SuspensionNote(BoardLine line, BoardRow row, DateTimeOffset now) =>
        line.Suspended is { } suspended && row.Suspended is null ? $"Suspended: {Until(suspended, now)}".TrimEnd(' ', ':') : "";

    /// <summary>How current the figures are on a page without a connection.</summary>
    public static string AsOf(BoardUpdate board) => board.BehindSince is { } since
        ? $"Not live since {Age.Clock(since, board.At)}. Changes since then may be missing. Reload the page in a moment."
        : $"Figures as of {Age.Clock(board.At, board.At)}. Reload the page for newer ones.";

    /// <summary>What to show in place of a row's missing lines.</summary>
    public static string Nothing(BoardRow row, DateTimeOffset now) => row switch
    {
        { UnreadableSince: { } since } => $"This server cannot read changes made here since {Age.Clock(since, now)}, so this site is not in any total.",
        { Freshness: Freshness.NeverDeclared } => "No figures yet",
        _ => "No beds",
    };

    public static string ClosedNote(BoardLine line) => line.ClosedBecause is { } because ? $"Closed: {because}" : "";

    public static string AvailableNote(BoardLine line, Freshness freshness) => line switch
    {
        { VacantUnderSuspension: > 0 } => $"suspended, {line.VacantUnderSuspension} vacant",
        { Suspended: not null } => "suspended",
        { Available: > 0 } when freshness == Freshness.Stale => "not confirmed recently",
        _ => "",
    };

    public static string ExpectedNote(BoardLine line) => line.Due == 0 ? "" : $"{line.Due} due";

    public static string HeldNote(BoardLine line) => line.Arriving == 0 ? "" : $"{line.Arriving} arriving";

    /// <summary>Who waits for the type: "5 waiting, 1 more in 24 hours".</summary>
    public static string Waiting(TypeTotal total) => total.WaitingSoon == 0
        ? WaitingNow(total)
        : string.Create(CultureInfo.InvariantCulture, $"{total.Waiting:#,0} waiting, {total.WaitingSoon:#,0} more in 24 hours");

    /// <summary>The short form for a wall screen.</summary>
    public static string WaitingNow(TypeTotal total) => total.Waiting == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{total.Waiting:#,0} waiting");

    public static string Expected(TypeTotal total) => total.Expected == 0 ? "" : $"+{total.Expected} in 24 hours";

    public static string Stale(TypeTotal total) => total switch
    {
        { StaleAvailable: > 0, StaleExpected: > 0 } => $"{total.StaleAvailable} more now, {total.StaleExpected} more in 24 hours, not confirmed recently",
        { StaleAvailable: > 0 } => $"{total.StaleAvailable} more, not confirmed recently",
        { StaleExpected: > 0 } => $"{total.StaleExpected} more in 24 hours, not confirmed recently",
        _ => "",
    };

    public static string Rest(TypeTotal total) => Joined(
        total.Total == 0 ? "None here" : string.Create(CultureInfo.InvariantCulture, $"{total.Occupied:#,0} of {total.Total:#,0} {BedWords.Taken(total.Type)}"),
        total.Held == 0 ? null : $"{total.Held} held",
        total.Closed == 0 ? null : $"{total.Closed} closed",
        total.VacantUnderSuspension == 0 ? null : $"{total.VacantUnderSuspension} suspended",
        total.Due == 0 ? null : $"{total.Due} due, not confirmed");

    public static string Waiting(PeopleFigures people) => people.MedicallyOptimised == 0
        ? ""
        : $"{Total(people)} since then in total, {Longest(people)}";

    /// <summary>How many of a hospital's people live in the locality.</summary>
    public static string Own(PeopleFigures people, string locality) =>
        people.Stays == 0 ? "" : $"{people.Own:#,0} of {people.Stays:#,0} people live in {Labels.OfPart(locality)}";

    /// <summary>
    /// The locality's own people at a hospital elsewhere: "Wythenshawe Hospital, Trafford: 23, 7 of them medically optimised".
    /// </summary>
    public static string Elsewhere(ElsewhereTotal total) =>
        $"{total.Name}, {Labels.OfPart(total.Locality)}: {total.Stays:#,0}, {total.MedicallyOptimised:#,0} of them medically optimised";

    public static string Going(PeopleFigures people) => Joined(
        $"{people.ExpectedToGo} expected to leave in 24 hours",
        people.Overdue == 0 ? null : $"{people.Overdue} past their expected date");

    public static string LongStays(PeopleFigures people, LocalityPolicy policy) =>
        $"{people.LongStays} in hospital for {PolicyWords.OrMore(policy)}, {people.SuperStranded} of them {policy.SuperStrandedMidnights} or more";

    public static string Beds(HospitalTotal hospital) => Joined(
        $"{hospital.Available:#,0} of {hospital.Total:#,0} beds available",
        hospital.Held == 0 ? null : $"{hospital.Held} held",
        hospital.Closed == 0 ? null : $"{hospital.Closed} closed");

    public static string StaleWards(HospitalTotal hospital) => hospital.StaleWards == 0
        ? ""
        : $"{hospital.StaleWards} of {hospital.Wards} wards stale: {hospital.StaleAvailable} more available, not confirmed recently";

    /// <summary>The short form for a wall screen.</summary>
    public static string WaitingInShort(PeopleFigures people) => people.MedicallyOptimised == 0
        ? ""
        : $"{Total(people)} in total, {Longest(people)}";

    public static string LongStaysInShort(PeopleFigures people, LocalityPolicy policy) => $"{people.LongStays} in for {PolicyWords.OrMore(policy)}";

    public static string BedsInShort(HospitalTotal hospital) => $"{hospital.Available:#,0} of {hospital.Total:#,0} beds available";

    private static string Longest(PeopleFigures people) => $"longest {people.LongestOptimised} {StayWords.Nights(people.LongestOptimised)}";

    private static string Total(PeopleFigures people) =>
        string.Create(CultureInfo.InvariantCulture, $"{people.OptimisedMidnights:#,0} {StayWords.Nights(people.OptimisedMidnights)}");

    private static string Joined(params IEnumerable<string?> parts) => string.Join(" · ", parts.OfType<string>());
}
