using CapacityBoard.Sites;

namespace CapacityBoard.GrandRounds;

/// <summary>Something that somebody has to do for a stay by a day, carried over from round to round until it is done or dropped.</summary>
/// <param name="Id">The ID of the operation that agreed it, followed by its number there: <c>5f2c/1</c>.</param>
/// <param name="Owner">A person or team, as the round calls them.</param>
/// <param name="Agreed">When it was recorded, and by whom.</param>
[GenerateSerializer, Alias("board.agreed-action"), Immutable]
public sealed record AgreedAction([Id(0)] string Id, [Id(1)] string What, [Id(2)] string Owner, [Id(3)] DateOnly Due, [Id(4)] Stamp Agreed)
{
    public bool IsOverdue(DateTimeOffset now) => Due < LocalDay.Of(now);
}
