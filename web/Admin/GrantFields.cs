using CapacityBoard.Access;
using CapacityBoard.Board;
using CapacityBoard.Sites;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Admin;

/// <summary>The two fields for choosing a role and where it applies.</summary>
internal sealed class GrantFields(AdminScope mine, Boards boards)
{
    public static IEnumerable<Option> Roles => Options.Of<Role>(RoleWords.Of);

    public static string Hint(AdminScope mine) =>
        $"A locality, locality/hospital, locality/site or locality/hospital/ward, for example stockport/fernlea{(mine.IsEverywhere ? ". Use * for everywhere" : "")}.";

    /// <summary>The grant that was chosen; null if it is not allowed, with a problem added at its field.</summary>
    public Grant? Read(SentForm form)
    {
        var role = form.Code<Role>("role", "Choose a role.");
        var text = form.Required("scope", "Enter where the role applies, for example stockport or stockport/fernlea.", most: 200);
        Scope? scope = null;
        if (text.Length > 0 && WhyNot(text, out scope) is { } problem)
        {
            form.AddProblem("scope", problem);
        }

        return form.IsValid ? new(role, scope!) : null;
    }

    /// <summary>A warning about a place that may still be granted; empty if there is none.</summary>
    public string Warning(Scope scope) => scope.Locality is { } locality && boards.Find(locality.Value) is null
        ? $" No sites in {locality} are on the board yet. Check that this is the right locality."
        : "";

    private string? WhyNot(string text, out Scope? scope) => !Scope.TryParse(text.ToLowerInvariant(), out scope)
        ? $"“{text}” is not a place. Use {Scope.Allowed}."
        : WhyNoLocality(scope) is { } taken ? taken
        : !mine.Covers(scope)
            ? $"You can give roles only in {string.Join(" or ", mine.Scopes)}."
            : IsKnown(scope) ? null : $"There is no site {scope} on the board. The list of sites shows each site’s key.";

    private static string? WhyNoLocality(Scope scope) => scope.Locality is { } locality ? LocalityNames.Check(locality.Value, "scope")?.Message : null;

    /// <summary>A locality may be granted before it has a site, because somebody has to register the first.</summary>
    private bool IsKnown(Scope scope) => scope == Scope.Everywhere || scope == scope.Locality
        || boards.Find(scope.Locality!.Value)?.Sites().Any(site => scope.Covers(Scope.Of(site.Key))) == true;
}
