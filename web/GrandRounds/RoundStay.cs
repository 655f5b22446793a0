using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.GrandRounds;

/// <summary>A long stay in a round.</summary>
/// <param name="Site">The ward it is on.</param>
/// <param name="Ward">That ward's name.</param>
/// <param name="Mark">The highest of the <see cref="RoundMarks"/> it has reached.</param>
/// <param name="DelayedDays">Midnights since the discharge ready date; 0 if the person is not medically optimised.</param>
/// <param name="IsReviewed">True if this round has reviewed it.</param>
/// <param name="Changes">Changes since the previous round; empty if not known.</param>
public sealed record RoundStay(
    SiteKey Site, string Ward, Stay Stay, int Midnights, int Mark, int DelayedDays, bool IsReviewed, ImmutableArray<RoundChange> Changes)
{
    /// <summary>Agreed actions that are still open, earliest due first.</summary>
    [JsonIgnore]
    public IEnumerable<AgreedAction> OpenActions => (Stay.Round?.Open ?? []).OrderBy(action => action.Due);
}
