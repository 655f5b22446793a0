using CapacityBoard.Board;
using CapacityBoard.Holds;

namespace CapacityBoard.Plans;

/// <summary>A bed that is held for a person already.</summary>
internal sealed record ArrangedPlace(KnownStay Person, PlaceHeld Held)
{
    public HoldStanding StandingAt(DateTimeOffset now) => Held.StandingAt(now);

    /// <summary>By when the next step is due: the place's answer, its assessment or the arrival; since when, for an arrival that is reported.</summary>
    public DateTimeOffset NextStep => Held.Hold switch
    {
        _ when Held.Ended is { } reported => reported.Ended.At,
        { Answer: null } hold => hold.Until,
        { Answer.AssessesAt: { } assessment } => assessment,
        { Arrival: { } arrival } => arrival,
        var hold => hold.Until,
    };
}
