using CapacityBoard.Choices;
using CapacityBoard.Policies;
using CapacityBoard.Ui;

namespace CapacityBoard.Plans;

/// <summary>
/// What speaks against a pair, most important first, as whole numbers. The plan keeps each sum over all its proposals as small as
/// the sums before it allow.
/// </summary>
/// <param name="Later">1 for a bed that is only expected.</param>
/// <param name="Wish">0 for the first preferred home, 1 for the next; the greatest for every other place.</param>
/// <param name="Match">How far down the needs' list the bed type is and, within that, how many care needs the bed is not intended for.</param>
/// <param name="Distance">In tenths of a mile; the last digit tells places apart that are equally near, by the age of their figures and their CQC rating.</param>
internal readonly record struct PairCost(int Later, int Wish, int Match, int Distance) : IComparable<PairCost>
{
    /// <summary>The levels after those that decide who is placed.</summary>
    public const int Levels = 4;

    private const int NotPreferred = 5;
    private const int MostUnmet = 2;
    private const double FarthestMiles = 100;
    private const int Ties = 10;

    public int this[int level] => level switch
    {
        0 => Later,
        1 => Wish,
        2 => Match,
        _ => Distance,
    };

    public static bool operator <(PairCost left, PairCost right) => left.CompareTo(right) < 0;

    public static bool operator >(PairCost left, PairCost right) => left.CompareTo(right) > 0;

    public static bool operator <=(PairCost left, PairCost right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PairCost left, PairCost right) => left.CompareTo(right) >= 0;

    public static PairCost Of(Fit fit, bool isExpected)
    {
        var tie = (fit.Freshness == Freshness.Fresh ? 0 : 5) + ChoiceRank.RatingOf(fit.Details.Rating);
        return new(isExpected ? 1 : 0, fit.Wish ?? NotPreferred, fit.Offered.Suits * (MostUnmet + 1) + fit.Unmet, TenthsOfMiles(fit) * Ties + tie);
    }

    public int CompareTo(PairCost other) => (Later, Wish, Match, Distance).CompareTo((other.Later, other.Wish, other.Match, other.Distance));

    /// <summary>A place whose distance is not known comes last, as one that is very far does.</summary>
    private static int TenthsOfMiles(Fit fit) => fit.Sought.Near is null
        ? 0
        : (int)Math.Round(Math.Min(fit.Kilometres is { } kilometres ? Miles.Of(kilometres) : FarthestMiles, FarthestMiles) * 10);
}
