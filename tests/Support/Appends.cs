using CapacityBoard.Beds;
using CapacityBoard.Journal;
using CapacityBoard.Sites;

namespace CapacityBoard.Support;

/// <summary>What tests of journals append.</summary>
public static class Appends
{
    public static readonly DateTimeOffset Wednesday = new(2018, 10, 3, 9, 0, 0, 123, TimeSpan.Zero);

    /// <summary>A site's next events, under a new operation id unless told one.</summary>
    public static Append Of(SiteKey site, long expectedVersion, string? operation = null, int count = 1) => new(
        site,
        expectedVersion,
        Wednesday,
        "The Limes",
        operation ?? HomeRequests.NewOperation(),
        [.. Enumerable.Range(1, count).Select(beds => (SiteEvent)new BedsReopened(HomeRequests.Type, beds))]);
}
