using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Feeds;

/// <summary>What a message means with a feed's set-up of now.</summary>
/// <param name="Waits">Why it cannot be applied until the set-up is mended; null if it can.</param>
/// <param name="Unused">Why it changes nothing; null if it may.</param>
public sealed record FeedReading(
    ImmutableArray<FeedStatement> Statements, BedStatement? Bed = null, FeedObstacle? Waits = null, string? Unused = null)
{
    internal static FeedReading Nothing(string why) => new([], Unused: why);

    internal static FeedReading Waiting(FeedProblem problem, string detail) => new([], Waits: new(problem, detail));
}

/// <summary>The status of a bed.</summary>
/// <param name="Status">Table 0116: C, H, I, K, O, U.</param>
public sealed record BedStatement(string Id, SiteKey Ward, string Bed, string Status, DateTimeOffset Occurred);

/// <param name="Detail">The location, the field or the event at fault. It holds nothing of a person.</param>
[GenerateSerializer, Alias("board.feed-obstacle"), Immutable]
public sealed record FeedObstacle([Id(0)] FeedProblem Problem, [Id(1)] string Detail)
{
    public override string ToString() => Problem switch
    {
        FeedProblem.LocationNotMapped => $"The location {Detail} is not mapped to a ward.",
        FeedProblem.NoLocation => $"{Detail} says no location in PV1-3.",
        FeedProblem.NoReference => $"{Detail} is empty, so the stay has no reference.",
        FeedProblem.ReferenceOfPatient => $"{Detail} has a number of the patient. The board keeps none: choose another field.",
        FeedProblem.WrongReference => $"{Detail} is not a reference that the board can keep: letters, digits, '.', '/' and '-', with a digit, at most 40 characters.",
        FeedProblem.NoTime => "It has no time that can be read in EVN-2 or MSH-7.",
        FeedProblem.Ahead => $"Its time, {Detail}, is ahead of the clock. Does the hospital's system write its times in another zone?",
        _ => $"It was recorded on {Detail}, more than a month ago.",
    };
}

/// <summary>Why a message waits.</summary>
[GenerateSerializer, Alias("board.feed-problem")]
public enum FeedProblem
{
    LocationNotMapped,
    NoLocation,
    NoReference,
    ReferenceOfPatient,
    WrongReference,
    NoTime,
    Ahead,
    TooOld,
}
