using System.Collections.Immutable;

namespace CapacityBoard.Access.Audit;

/// <summary>
/// Which lines a person may see: those about their places, and those of people and machines that only they administer.
/// </summary>
/// <param name="Everything">True for all lines; the other parts are then ignored.</param>
/// <param name="Places">Scopes, each with everything within it.</param>
/// <param name="Names">Names of accounts, keys and links.</param>
internal sealed record AuditReach(bool Everything, ImmutableArray<string> Places, ImmutableArray<string> Names)
{
    /// <summary>The visible places that a question covers; none if it covers none.</summary>
    /// <returns>Null stands for all places.</returns>
    public IEnumerable<string?> PlacesFor(string? about)
    {
        if (about is not null && !Scope.TryParse(about, out _))
        {
            return [];
        }

        if (Everything)
        {
            return [about];
        }

        return about is null || Places.Any(place => Scope.Parse(place).Covers(Scope.Parse(about)))
            ? about is null ? Places : [about]
            : Places.Where(place => Scope.Parse(about).Covers(Scope.Parse(place)));
    }
}
