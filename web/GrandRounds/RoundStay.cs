using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.GrandRounds;

/// <summary>A long stay as a round meets it.</summary>
/// <param name="Site">The ward that it is on.</param>
/// <param name="Ward">That ward's name.</param>
/// <param name="Mark">The highest of the <see cref="RoundMarks"/> that it has reached.</param>
/// <param name="DelayedDays">Midnights since the discharge ready date; 0 where the person is not medically optimised.</param>
/// <param name="IsReviewed">True where this round has reviewed it.</param>
/// <param name="Changes">Since the round before had been held; empty where that is not known.</param>
public sealed record RoundStay(
    SiteKey Site, string Ward, Stay Stay, int Midnights, int Mark, int DelayedDays, bool IsReviewed, ImmutableArray<RoundChange> Changes)
{
    /// <summary>What has been agreed and is not done, what is due first before the rest.</summary>
    [JsonIgnore]
    public IEnumerable<AgreedAction> OpenActions => (Stay.Round?.Open ?? []).OrderBy(action => action.Due);
}
