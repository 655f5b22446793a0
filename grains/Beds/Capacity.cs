using System.Collections.Immutable;
using CapacityBoard.Holds;
using CapacityBoard.Sites;

namespace CapacityBoard.Beds;

/// <summary>
/// The beds of a site, as its events left them. Members that depend on time take the time as a parameter.
/// <c>occupied + closed + live holds ≤ total</c> holds for every line at every instant.
/// </summary>
/// <param name="Declared">When the site itself last declared, confirmed or otherwise changed its numbers, and by whom; null before the first time.</param>
[GenerateSerializer, Alias("board.capacity"), Immutable]
public sealed record Capacity(
    [Id(0)] ImmutableArray<BedLine> Lines,
    [Id(1)] ImmutableArray<Hold> Holds,
    [Id(2)] ImmutableArray<ExpectedVacancy> Expected,
    [Id(3)] ImmutableArray<Suspension> Suspensions,
    [Id(4)] Stamp? Declared)
{
    /// <summary>How long an ended hold is shown, and kept at least, so that a late answer to it can be told how it ended.</summary>
    private static readonly TimeSpan EndedHoldsAreKeptFor = TimeSpan.FromDays(7);

    /// <summary>
    /// Holds that were used, declined or released, in the order they ended. Older ones are forgotten only when the next one ends,
    /// since time alone changes no state: <see cref="RecentlyEnded"/> has those of the last week.
    /// </summary>
    [Id(0)]
    public ImmutableArray<EndedHold> Ended { get; init; } = [];

    /// <summary>Who last asked for an update of the figures, and when; null if nobody has since the site last changed its numbers or confirmed them.</summary>
    [Id(1)]
    public Stamp? Requested { get; init; }

    public static Capacity Empty { get; } = new([], [], [], [], null);

    public BedLine? Line(BedType type) => Lines.FirstOrDefault(line => line.Type == type);

    public IEnumerable<Hold> LiveHolds(DateTimeOffset now) => Holds.Where(hold => hold.IsLive(now));

    /// <summary>Holds that ran out within the last week.</summary>
    public IEnumerable<Hold> RecentlyExpired(DateTimeOffset now) => Holds.Where(hold => !hold.IsLive(now) && IsRecent(hold.Until, now));

    /// <summary>Holds that were used, declined or released within the last week, in the order they ended.</summary>
    public IEnumerable<EndedHold> RecentlyEnded(DateTimeOffset now) => Ended.Where(ended => IsRecent(ended.Ended.At, now));

    /// <summary>A hold by its ID, live or ended; null if it is no longer kept.</summary>
    public Hold? Hold(string id) => Holds.FirstOrDefault(hold => hold.Id == id) ?? Ended.LastOrDefault(ended => ended.Hold.Id == id)?.Hold;

    public int Held(BedType type, DateTimeOffset now) => Holds.Count(hold => hold.Type == type && hold.IsLive(now));

    /// <summary>When vacancies of a type are expected within 24 hours, earliest first.</summary>
    public ImmutableArray<DateTimeOffset> ExpectedWithin24Hours(BedType type, DateTimeOffset now) =>
        [.. Expected.Where(expected => expected.Type == type && expected.IsWithin24Hours(now)).Select(expected => expected.At).Order()];

    /// <summary>The suspension that stops placements on a line, the whole site's before the line's own; null if there is none.</summary>
    public Suspension? SuspensionOf(BedType type, DateTimeOffset now) => Suspensions.IsEmpty
        ? null
        : Suspensions.Where(suspension => suspension.Covers(type) && suspension.IsLive(now)).MinBy(suspension => suspension.Type is null ? 0 : 1);

    /// <summary>
    /// Vacant beds without a live hold, suspended or not. 0 if more beds are held than vacant: while a clock ran ahead, a hold
    /// may have run out early and its bed been given to someone else.
    /// </summary>
    public int Unpromised(BedLine line, DateTimeOffset now) => Math.Max(0, line.Vacant - Held(line.Type, now));

    /// <summary>Vacant and admittable now: total − occupied − closed − live holds; 0 under suspension.</summary>
    public int Available(BedLine line, DateTimeOffset now) =>
        SuspensionOf(line.Type, now) is null ? Unpromised(line, now) : 0;

    /// <summary>The capacity after one event. <paramref name="stamp"/> is the event's own.</summary>
    public Capacity Apply(SiteEvent happened, Stamp stamp) => happened switch
    {
        VacanciesDeclared e => e.Lines.Aggregate(this, (capacity, line) => capacity.With(line, stamp)).DeclaredAt(stamp),
        UnchangedConfirmed => DeclaredAt(stamp),
        FiguresRequested => this with { Requested = stamp },
        BedsClosed e => Change(e.Type, stamp, line => line with { Closed = Count((long)line.Closed + e.Beds), ClosedBecause = e.Reason }).DeclaredAt(stamp),
        BedsReopened e => Change(e.Type, stamp, line => Reopened(line, e.Beds)).DeclaredAt(stamp),
        VacancyExpected e => this with { Expected = Expected.Add(new(e.Id, e.Type, e.At, e.Reason, stamp)) },
        ExpectedVacancyConfirmed e => Occupy(e.Type, -1, stamp) with { Expected = Expected.RemoveAll(expected => expected.Id == e.Id) },
        ExpectedVacancyCancelled e => this with { Expected = Expected.RemoveAll(expected => expected.Id == e.Id) },
        PlacementsSuspended e => Lift(e.Type) with { Suspensions = Lift(e.Type).Suspensions.Add(new(e.Type, e.Reason, e.Until, stamp)) },
        SuspensionLifted e => Lift(e.Type),
        HoldPlaced e => Forget(stamp.At) with { Holds = Forget(stamp.At).Holds.Add(Placed(e, stamp)) },
        HoldExtended e => Change(e.Id, hold => hold with { Until = e.Until }),
        HoldAccepted e => Change(e.Id, hold => hold with { Answer = new(null, null, stamp) }),
        AssessmentPlanned e => Change(e.Id, hold => hold with { Answer = new(e.At, e.Note, stamp) }),
        HoldDeclined e => End(e.Id, HoldEnding.Declined, e.Reason, stamp),
        HoldReleased e => End(e.Id, HoldEnding.Released, e.Reason, stamp),
        HoldBecameAdmission e => End(e.Id, HoldEnding.Admitted, null, stamp).Occupy(e.Type, 1, stamp),
        ArrivalUndone e => HoldAgain(e.Id, stamp),
        SiteClosed => this with { Requested = null },
        _ => this,
    };

    /// <summary>Adds to the occupied beds of a type; a negative number of beds subtracts, and takes an extra bed away with each.</summary>
    /// <param name="extra">True if the beds are added for it.</param>
    internal Capacity Occupy(BedType type, int beds, Stamp stamp, bool extra = false) =>
        Change(type, stamp, line => Occupied(line, beds, extra ? beds : Math.Max(-line.Extra, Math.Min(beds, 0)))).DeclaredAt(stamp);

    /// <summary>Moves a hold to <see cref="Ended"/>; does nothing if the hold is not known.</summary>
    internal Capacity End(string? id, HoldEnding ending, string? reason, Stamp stamp) => Holds.FirstOrDefault(hold => hold.Id == id) is not { } hold
        ? this
        : this with
        {
            Holds = Holds.Remove(hold),
            Ended = Ended.RemoveAll(ended => !IsRecent(ended.Ended.At, stamp.At)).Add(new(hold, ending, reason, stamp)),
        };

    /// <summary>Nobody waits for an update any more.</summary>
    private Capacity DeclaredAt(Stamp stamp) => this with { Declared = stamp, Requested = null };

    /// <summary>Holds the bed of somebody who has not arrived after all; does nothing if the arrival is not known.</summary>
    private Capacity HoldAgain(string id, Stamp stamp) => Ended.LastOrDefault(ended => ended.Hold.Id == id && ended.Ending == HoldEnding.Admitted) is not { } arrived
        ? this
        : (this with { Ended = Ended.Remove(arrived), Holds = Holds.Add(arrived.Hold with { ArrivalUndone = stamp }) }).Occupy(arrived.Hold.Type, -1, stamp);

    private Capacity Change(string id, Func<Hold, Hold> change) =>
        this with { Holds = [.. Holds.Select(hold => hold.Id == id ? change(hold) : hold)] };

    private static Hold Placed(HoldPlaced e, Stamp stamp) =>
        new(e.Id, e.Type, e.Stay, e.Note, e.Until, e.Arrival, stamp, e.From, e.Needs, e.Telephone, e.Accepted is { } accepted ? new(null, null, accepted) : null);

    private Capacity With(LineDeclared declared, Stamp stamp)
    {
        var others = Lines.RemoveAll(line => line.Type == declared.Type);
        var line = new BedLine(
            declared.Type,
            Count(declared.Total),
            Count(declared.Occupied),
            Count(declared.Closed),
            declared.Closed > 0 ? declared.ClosedBecause : null,
            stamp);
        return line.Total == 0
            ? this with { Lines = others, Expected = Expected.RemoveAll(expected => expected.Type == declared.Type) }
            : this with { Lines = [.. others.Add(line).OrderBy(each => each.Type)] };
    }

    private Capacity Change(BedType type, Stamp stamp, Func<BedLine, BedLine> change) =>
        this with { Lines = [.. Lines.Select(line => line.Type == type ? change(line) with { Changed = stamp } : line)] };

    private static BedLine Occupied(BedLine line, int beds, int extra) => line with
    {
        Occupied = Count((long)line.Occupied + beds),
        Total = Count((long)line.Total + extra),
        Extra = Count((long)line.Extra + extra),
    };

    private static BedLine Reopened(BedLine line, int beds) =>
        line with { Closed = Count((long)line.Closed - beds), ClosedBecause = line.Closed <= beds ? null : line.ClosedBecause };

    /// <summary>Keeps every count within limits, whatever an event says, so that no sum of counts can overflow.</summary>
    private static int Count(long beds) => (int)Math.Clamp(beds, 0, Limits.MostBeds);

    private Capacity Lift(BedType? type) => this with { Suspensions = Suspensions.RemoveAll(suspension => suspension.Type == type) };

    private Capacity Forget(DateTimeOffset now) =>
        this with { Holds = Holds.RemoveAll(hold => !IsRecent(hold.Until, now)) };

    private static bool IsRecent(DateTimeOffset end, DateTimeOffset now) => now - end <= EndedHoldsAreKeptFor;
}
