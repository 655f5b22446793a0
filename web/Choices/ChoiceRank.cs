using CapacityBoard.Policies;
using CapacityBoard.Sites;

namespace CapacityBoard.Choices;

/// <summary>
/// A place's rank in its group of a choice list. Each rule counts only if all earlier ones are equal, and the last leaves no
/// ties, so that the same board gives the same list:
/// <list type="number">
/// <item>the most suitable bed type, then the next, of the beds that are free (or expected, or there);</item>
/// <item>beds intended for the nursing and dementia care that the person needs;</item>
/// <item>preferred homes, in the order of preference;</item>
/// <item>the nearest, in whole kilometres; unknown distances come last;</item>
/// <item>fresh figures before ageing ones;</item>
/// <item>the CQC's rating: outstanding, good, not rated, requires improvement, inadequate;</item>
/// <item>the name and, if two share it, the site's key.</item>
/// </list>
/// </summary>
internal sealed record ChoiceRank(int Suits, int Unmet, int Wish, int Kilometres, Freshness Freshness, int Rating, string Name, string Key)
    : IComparable<ChoiceRank>
{
    public static ChoiceRank Of(Fit fit) => new(
        fit.Offered.Suits,
        fit.Unmet,
        fit.Wish ?? int.MaxValue,
        fit.Kilometres is { } kilometres ? (int)Math.Round(kilometres) : int.MaxValue,
        fit.Freshness,
        RatingOf(fit.Details.Rating),
        fit.Details.Name,
        fit.Site.Key.Value);

    public int CompareTo(ChoiceRank? other) => other is null
        ? 1
        : (Suits, Unmet, Wish, Kilometres, Freshness, Rating).CompareTo((other.Suits, other.Unmet, other.Wish, other.Kilometres, other.Freshness, other.Rating)) switch
        {
            0 when string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase) => string.CompareOrdinal(Key, other.Key),
            0 => string.Compare(Name, other.Name, StringComparison.OrdinalIgnoreCase),
            var order => order,
        };

    /// <summary>An unrated place ranks between good and requires improvement, since nothing is known against it.</summary>
    public static int RatingOf(CqcRating rating) => rating switch
    {
        CqcRating.Outstanding => 0,
        CqcRating.Good => 1,
        CqcRating.NotRated => 2,
        CqcRating.RequiresImprovement => 3,
        _ => 4,
    };
}
