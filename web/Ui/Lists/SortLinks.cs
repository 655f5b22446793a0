using CapacityBoard.Sites;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Ui.Lists;

/// <summary>The orders in which a list can be shown, each a link but the present one.</summary>
public sealed record SortLinks(ListAddress Address, IReadOnlyList<Option> Orders, string Current)
{
    public static SortLinks Of<TOrder>(ListAddress address, Func<TOrder, string> label)
        where TOrder : struct, Enum => new(address, Options.Of(label), Codes.Of(address.Order<TOrder>()));
}
