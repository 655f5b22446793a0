using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Feeds;

/// <summary>
/// Decides what to do next so that the board agrees with the hospital's system. Where somebody is, the later record decides, whoever made it:
/// the hospital's system, or a person at the board.
/// </summary>
internal static class Settlement
{
    private const string Cancelled = "Cancelled in the hospital’s system";
    private const string Merged = "Merged with another stay in the hospital’s system";
    private const string Corrected = "Corrected in the hospital’s system";
    private const int LongestPastExpectation = 31;

    /// <param name="before">The visit before what was said now; null if it was not known. What is unchanged since is not recorded again.</param>
    /// <param name="follow">True if somebody decided that the hospital's system is right, whichever record is later.</param>
    public static Step Next(Visit visit, Visit? before, BoardPlace board, bool follow, DateTimeOffset now) => (visit.Presence, board.Here, board.Gone) switch
    {
        _ when board.Twice is { } twice => new(twice.Ward, new CancelAdmission(twice.Reference, Merged)),
        (VisitPresence.In or VisitPresence.Elsewhere or VisitPresence.Left, { Transfer: { } transfer }, _) => new(Why: $"A transfer to {transfer.To} is in progress on the board."),
        (VisitPresence.In, { } here, _) when board.Ward == visit.Ward => Correct(visit, before, here, now),
        (VisitPresence.In, { } here, _) => IsLater(visit, here.ArrivedAt, follow)
            ? new(board.Ward, new BeginTransfer(here.Reference, visit.Ward!, visit.Bed, Since: Past(visit.ArrivedAt, now)))
            : new(Why: $"The board has had the person on {board.Ward} since {Beds.Words.Of(here.ArrivedAt)}, which is later than {Beds.Words.Of(visit.Known)}."),
        (VisitPresence.In, null, { } gone) => IsLater(visit, gone.At, follow)
            ? new(board.Ward, new CancelDischarge(gone.Stay.Reference, Cancelled, IsHere: true))
            : new(Why: $"The board has a discharge of {Beds.Words.Of(gone.At)}, which is later than {Beds.Words.Of(visit.Known)}."),
        (VisitPresence.In, null, null) => Admit(visit, now),
        (VisitPresence.Left or VisitPresence.Elsewhere, { } here, _) => IsLater(visit, here.ArrivedAt, follow)
            ? new(board.Ward, Discharge(visit, here, now))
            : new(Why: $"The board has had the person on {board.Ward} since {Beds.Words.Of(here.ArrivedAt)}, which is later than the discharge of {Beds.Words.Of(visit.Known)}."),
        (VisitPresence.Left, null, null) when !board.WasHere && visit.Ward is not null => Admit(visit, now),
        (VisitPresence.Never, { } here, _) => new(board.Ward, new CancelAdmission(here.Reference, Cancelled)),
        _ => default,
    };

    private static bool IsLater(Visit visit, DateTimeOffset board, bool follow) => follow || visit.Known >= board;

    private static Step Admit(Visit visit, DateTimeOffset now) => new(
        visit.Ward,
        new AdmitStay(
            visit.Reference,
            visit.Bed,
            null,
            visit.Age,
            Past(visit.AdmittedAt, now),
            visit.HomeLocality,
            visit.ExpectedDischarge is { } day && day >= LocalDay.Of(now) ? day : null,
            Since: Past(visit.ArrivedAt, now)));

    private static DischargeStay Discharge(Visit visit, Stay here, DateTimeOffset now) => new(
        here.Reference, DischargeCodes.DestinationOf(visit), Past(visit.At < here.AdmittedAt ? here.AdmittedAt : visit.At, now));

    /// <summary>What the hospital's system has changed is corrected; what nobody recorded is filled in.</summary>
    private static Step Correct(Visit visit, Visit? before, Stay here, DateTimeOffset now)
    {
        var age = visit.Age != AgeBand.NotKnown && (here.Age == AgeBand.NotKnown || HasChanged(before?.Age, visit.Age)) ? visit.Age : here.Age;
        var home = here.HomeLocality is null || HasChanged(before?.HomeLocality, visit.HomeLocality) ? visit.HomeLocality ?? here.HomeLocality : here.HomeLocality;
        var admitted = HasChanged(before?.AdmittedAt, visit.AdmittedAt) && visit.AdmittedAt <= here.ArrivedAt ? Past(visit.AdmittedAt, now) : here.AdmittedAt;
        if ((age, home, admitted) != (here.Age, here.HomeLocality, here.AdmittedAt))
        {
            return new(visit.Ward, new CorrectStay(here.Reference, Corrected, age, admitted, home));
        }

        var expected = before is null ? here.ExpectedDischarge ?? visit.ExpectedDischarge : visit.ExpectedDischarge == before.ExpectedDischarge ? here.ExpectedDischarge : visit.ExpectedDischarge;
        return expected != here.ExpectedDischarge && !(expected < LocalDay.Of(now).AddDays(-LongestPastExpectation))
            ? new(visit.Ward, new SetExpectedDischarge(here.Reference, expected, Corrected))
            : default;
    }

    private static bool HasChanged<T>(T? before, T now) => before is not null && !EqualityComparer<T>.Default.Equals(before, now);

    private static DateTimeOffset Past(DateTimeOffset at, DateTimeOffset now) => at > now ? now : at;
}

/// <summary>The next command; without one, nothing is left to do or <paramref name="Why"/> says what stands against it.</summary>
internal readonly record struct Step(SiteKey? Site = null, SiteCommand? Command = null, string? Why = null);

/// <summary>Where the board has a person.</summary>
/// <param name="Ward">The ward that has them, or had them last; null if none did.</param>
/// <param name="WasHere">True if they were ever on a ward of the hospital.</param>
/// <param name="Twice">Where the board has them once more, under another reference; null if it does not.</param>
internal sealed record BoardPlace(SiteKey? Ward, Stay? Here, Gone? Gone, bool WasHere, PlacedStay? Twice = null)
{
    public static BoardPlace Nowhere { get; } = new(null, null, null, false);
}

internal sealed record PlacedStay(SiteKey Ward, string Reference);
