using CapacityBoard.Beds;
using CapacityBoard.Journal;
using CapacityBoard.Sites;

namespace CapacityBoard.Support;

/// <summary>Appends for journal tests.</summary>
public static class Appends
{
    public static readonly DateTimeOffset Wednesday = new(2018, 10, 3, 9, 0, 0, 123, TimeSpan.Zero);

    /// <summary>The site's next events, under a new operation id unless one is given.</summary>
    public static Append Of(SiteKey site, long expectedVersion, string? operation = null, int count = 1) => new(
        site,
        expectedVersion,
        Wednesday,
        "The Limes",
        operation ?? HomeRequests.NewOperation(),
        [.. Enumerable.Range(1, count).Select(beds => (SiteEvent)new BedsReopened(HomeRequests.Type, beds))]);
}
