using System.Collections.Immutable;

namespace CapacityBoard.Access.Audit;

/// <summary>Which lines somebody may see: those about their places, and those of people and machines that are theirs alone.</summary>
/// <param name="Everything">True for all lines; the rest then says nothing.</param>
/// <param name="Places">Scopes, each with all that lies within.</param>
/// <param name="Names">Of accounts, keys and links.</param>
internal sealed record AuditReach(bool Everything, ImmutableArray<string> Places, ImmutableArray<string> Names)
{
    /// <summary>Those places that a question is about; none where it is about none that may be seen.</summary>
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
