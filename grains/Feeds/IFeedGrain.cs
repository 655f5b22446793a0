using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Feeds;

/// <summary>
/// What a hospital's own system says of who is in which bed, and the only one that makes the board agree with it. Key: <c>locality/hospital</c>.
/// </summary>
/// <remarks>
/// A message that is answered is kept: it survives the loss of the process and of power. Messages may come late, twice and in any order; the
/// census is a function of which came. Where a message contradicts what people recorded, the later record stands.
/// </remarks>
[Alias("board.feed-grain")]
public interface IFeedGrain : IGrainWithStringKey
{
    /// <summary>Keeps a message and applies it.</summary>
    /// <exception cref="Journal.JournalUnavailableException">It may or may not be kept. Sent again, it is kept once.</exception>
    [Alias("receive")]
    Task<FeedAnswer> Receive(AdtMessage message);

    /// <summary>Sets the feed up, or changes how it is read. Messages that waited are applied if they can be now.</summary>
    /// <returns>What is wrong with the set-up; null if it stands.</returns>
    [Alias("set-up")]
    Task<Refusal?> SetUp(FeedDefinition definition, string by);

    /// <summary>Takes a list of everybody who is in hospital now. It mends what lost messages left.</summary>
    [Alias("take-list")]
    Task<Refusal?> TakeList(InpatientList list, string by);

    /// <summary>Does as the hospital's system says about people of whom the board has a later record.</summary>
    [Alias("follow")]
    Task Follow(ImmutableArray<string> references, string by);

    /// <summary>Takes messages off the list of those that wait. They change nothing.</summary>
    [Alias("dismiss")]
    Task Dismiss(ImmutableArray<string> messages, string by);

    /// <summary>Tries again what could not be done, and forgets what is of no use any more.</summary>
    [Alias("look")]
    Task Look();

    [Alias("read")]
    Task<FeedView> Read();
}

/// <param name="Why">Why it waits or changes nothing, for the sender; null if it was applied.</param>
[GenerateSerializer, Alias("board.feed-answer"), Immutable]
public sealed record FeedAnswer([Id(0)] FeedVerdict Verdict, [Id(1)] string? Why = null);

/// <summary>What became of a message.</summary>
[GenerateSerializer, Alias("board.feed-verdict")]
public enum FeedVerdict
{
    /// <summary>It is kept, and the board agrees with it.</summary>
    Applied,

    /// <summary>It changes nothing here, so it is not kept.</summary>
    Unused,

    /// <summary>It is kept, and waits for something to be mended.</summary>
    Waits,

    /// <summary>The hospital has no feed; nothing is kept.</summary>
    NotSetUp,
}

/// <summary>A feed as people see it.</summary>
/// <param name="Definition">Null before it was set up.</param>
/// <param name="Census">Everybody of whom the hospital's system has spoken lately, by reference.</param>
/// <param name="Obstacles">By reference, why the board does not agree with it.</param>
/// <param name="Waiting">Messages that wait, oldest first.</param>
/// <param name="LastMessage">When a message last came.</param>
[GenerateSerializer, Alias("board.feed-view"), Immutable]
public sealed record FeedView(
    [Id(0)] FeedDefinition? Definition,
    [Id(1)] ImmutableArray<Visit> Census,
    [Id(2)] ImmutableDictionary<string, string> Obstacles,
    [Id(3)] ImmutableArray<WaitingMessage> Waiting,
    [Id(4)] DateTimeOffset? LastMessage);
