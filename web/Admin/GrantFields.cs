using CapacityBoard.Access;
using CapacityBoard.Board;
using CapacityBoard.Sites;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Admin;

/// <summary>The two fields for choosing a role and where it applies.</summary>
internal sealed class GrantFields(AdminScope mine, Boards boards)
{
    public static IEnumerable<Option> Roles => Options.Of<Role>(RoleWords.Of);

    public GrantPlaces Places => field ??= new(mine, boards);

    public static string Hint(AdminScope mine) =>
        $"Start typing the name of a home, unit, ward, hospital or locality{(mine.IsEverywhere ? ", or choose Everywhere" : "")}.";

    /// <summary>The grant that was chosen; null if it is not allowed, with a problem added at its field.</summary>
    public Grant? Read(SentForm form)
    {
        var role = form.Code<Role>("role", "Choose a role.");
        var text = form.Required("scope", "Choose where the role applies.", most: 200);
        var found = Find(text);
        if (text.Length > 0 && found.Problem is { } problem)
        {
            form.AddProblem("scope", problem);
        }

        return form.IsValid ? new(role, found.Scope!) : null;
    }

    /// <summary>The place of this name, or written as a scope.</summary>
    public FoundPlace Find(string text)
    {
        if (Places.Find(text) is { } place)
        {
            return new(place.Scope, place.Name);
        }

        return !Scope.TryParse(text, out var scope) ? new(null, text, Places.WhyNot(text))
            : WhyNot(scope) is { } problem ? new(null, text, problem)
            : new(scope, Places.NameOf(scope));
    }

    /// <summary>A warning about a place that may still be granted; empty if there is none.</summary>
    public string Warning(Scope scope) => scope.Locality is { } locality && boards.Find(locality.Value) is null
        ? $" No sites in {locality} are on the board yet. Check that this is the right locality."
        : "";

    private string? WhyNot(Scope scope) => WhyNoLocality(scope) is { } taken ? taken
        : !mine.Covers(scope)
            ? $"You can give roles only in {string.Join(" or ", mine.Scopes.Select(Places.NameOf))}."
            : IsKnown(scope) ? null : $"There is no site {scope} on the board. Choose a place from the list.";

    private static string? WhyNoLocality(Scope scope) => scope.Locality is { } locality ? LocalityNames.Check(locality.Value, "scope")?.Message : null;

    /// <summary>A locality may be granted before it has a site, because somebody has to register the first.</summary>
    private bool IsKnown(Scope scope) => scope == Scope.Everywhere || scope == scope.Locality
        || boards.Find(scope.Locality!.Value)?.Sites().Any(site => scope.Covers(Scope.Of(site.Key))) == true;
}
