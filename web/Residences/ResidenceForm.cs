using CapacityBoard.Board;
using CapacityBoard.Sites;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Residences;

/// <summary>The field for a usual residence. It offers the nearby places by name, and takes the name of any other on the board.</summary>
internal static class ResidenceForm
{
    public const string Field = "usualResidence";

    /// <summary>The place named in the field; null if it is empty or names none, in which case a problem is added.</summary>
    /// <param name="near">The places that the field offers.</param>
    public static SiteKey? In(SentForm form, SiteNames near, Boards boards)
    {
        if (form.Optional(Field, Limits.LongText) is not { } name)
        {
            return null;
        }

        if (near.Find(name) is { } offered && boards.Find(offered)?.Kind.IsResidence() == true)
        {
            return offered;
        }

        var found = Named(name, boards);
        if (found.Count != 1)
        {
            form.AddProblem(Field, found.Count == 0
                ? "No care home or home care provider has that name. Choose one from the list, or leave this empty."
                : $"{found.Count} places have that name. Add where it is: {NameOf(found[0])}.");
            return null;
        }

        return found[0].Key;
    }

    /// <summary>The name by which the field finds a place anywhere: "The Limes, Manchester".</summary>
    public static string NameOf(Site place) => $"{place.Details!.Name}, {Labels.OfPart(place.Key.Locality)}";

    private static List<Site> Named(string name, Boards boards) =>
    [
        .. boards.All.SelectMany(board => board.Sites()).Where(site => site is { Details: { } details, Closed: null } && site.Kind.IsResidence()
            && (name.Equals(details.Name, StringComparison.OrdinalIgnoreCase) || name.Equals(NameOf(site), StringComparison.OrdinalIgnoreCase))),
    ];
}
