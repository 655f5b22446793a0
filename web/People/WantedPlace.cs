using CapacityBoard.Beds;
using CapacityBoard.Board;

namespace CapacityBoard.People;

/// <summary>One type of place: how many of a locality's own people wait for it, and how many are free.</summary>
/// <param name="Total">The board's figures.</param>
/// <param name="Held">For how many of those who wait and are medically optimised a place is held.</param>
internal sealed record WantedPlace(TypeTotal Total, int Held)
{
    public BedType Type => Total.Type;

    /// <summary>"5 held for them, 1 more in 24 hours".</summary>
    public string MoreWaiting => Joined(Held == 0 ? null : $"{Held} held for them", Total.WaitingSoon == 0 ? null : $"{Total.WaitingSoon} more in 24 hours");

    public string MoreFree => Joined(
        Total.Expected == 0 ? null : $"{Total.Expected} more in 24 hours", Total.StaleAvailable == 0 ? null : $"{Total.StaleAvailable} more not confirmed recently");

    /// <param name="own">The locality's own people, wherever they are, and those here whose home is not known.</param>
    /// <param name="isHeldFor">Whether a place is held for somebody now.</param>
    public static IReadOnlyList<WantedPlace> Of(BoardTotals totals, IReadOnlyList<KnownStay> own, Func<KnownStay, bool> isHeldFor) =>
    [
        .. totals.Types.Where(total => total.Waiting + total.WaitingSoon > 0)
            .OrderByDescending(total => total.Waiting).ThenByDescending(total => total.WaitingSoon).ThenBy(total => total.Type)
            .Select(total => new WantedPlace(total, own.Count(person => person.Stay is { Optimised: not null } && person.Stay.WaitsFor == total.Type && isHeldFor(person)))),
    ];

    private static string Joined(params string?[] parts) => string.Join(", ", parts.OfType<string>());
}
