using CapacityBoard.Sites;

namespace CapacityBoard.Ui.Lists;

/// <summary>What a list can show, or the orders it can be in: each a link but the present one.</summary>
/// <param name="Id">The beginning of the links' ids.</param>
/// <param name="Title">What stands before them; null for nothing.</param>
public sealed record ListLinks(string Id, string? Title, IReadOnlyList<PageLink> Links)
{
    /// <param name="order">The order that the list is in; null for the one asked for.</param>
    public static ListLinks SortedBy<TOrder>(ListAddress address, Func<TOrder, string> label, TOrder? order = null)
        where TOrder : struct, Enum
    {
        var current = order ?? address.Order<TOrder>();
        return new("sort", "Sorted by", [.. Enum.GetValues<TOrder>().Select(each => new PageLink(label(each), address.Listing(("sort", Codes.Of(each))), each.Equals(current)))]);
    }
}
