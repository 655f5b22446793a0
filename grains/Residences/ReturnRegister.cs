using System.Collections.Immutable;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Residences;

/// <summary>
/// What one place has said about people who are to come back, one word for each. Nobody ends a word: whether it still counts follows from
/// the stay. Old words are forgotten when the next one is given.
/// </summary>
[GenerateSerializer, Alias("board.return-register"), Immutable]
public sealed record ReturnRegister([Id(0)] ImmutableArray<ReturnWord> All)
{
    /// <summary>More than any place has people in hospital at once.</summary>
    private const int Most = 200;

    public static ReturnRegister Empty { get; } = new(ImmutableArray<ReturnWord>.Empty);

    /// <summary>
    /// The place's word about a person whose usual residence it is; null before it has answered. A word from before the residence was
    /// recorded was about an earlier stay, or about a residence that was changed since.
    /// </summary>
    /// <param name="at">The ward or unit where the person is, or last was.</param>
    public ReturnWord? About(Stay stay, SiteKey at) => stay.UsualResidence is { } residence
        ? All.FirstOrDefault(word => word.IsAbout(stay.Reference, at) && residence.Recorded.At - word.Given.At <= Limits.ClockDifference)
        : null;

    internal ReturnRegister Apply(SiteEvent happened, Stamp stamp) => happened switch
    {
        ReturnAnswered e => With(new(e.Stay, e.From, e.Answer, e.KeptUntil, stamp)),
        SiteClosed => Empty,
        _ => this,
    };

    private ReturnRegister With(ReturnWord given) =>
        new([.. All.Where(word => !word.IsAbout(given.Stay, given.From) && given.Given.At - word.Given.At <= Limits.LongestFuture).TakeLast(Most - 1), given]);
}
