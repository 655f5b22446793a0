using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Holds;

/// <summary>What speaks against holding a bed for somebody. People may hold it all the same, and say why.</summary>
internal static class HoldWarnings
{
    /// <summary>The field in which people say why.</summary>
    public const string Field = "despite";

    /// <param name="at">Where the person is.</param>
    public static IReadOnlyList<string> Of(Boards boards, SiteKey place, BedType type, SiteKey at, Stay person, DateTimeOffset now) =>
    [
        .. PlacesHeld.For(boards, at, person, now).Where(held => held.IsLive(now) && held.Place != place)
            .Select(held => $"A bed is already held for {person.Reference} at {held.Details.Name} until {QuickTimes.Of(held.Hold.Until, now)}."),
        .. AboutNeeds(type, person.Plan?.Needs),
    ];

    /// <summary>The reason in the form. If something speaks against the hold and none is given, the form says what.</summary>
    public static string? Read(SentForm form, IReadOnlyList<string> warnings)
    {
        var reason = form.Optional(Field, Limits.LongText);
        if (warnings.Count == 0)
        {
            return null;
        }

        if (reason is null)
        {
            form.AddProblem(Field, $"{string.Join(" ", warnings)} If you hold it all the same, say why.");
        }

        return reason;
    }

    private static IEnumerable<string> AboutNeeds(BedType type, Needs? needs)
    {
        if (needs is null)
        {
            yield break;
        }

        if (!needs.Types.Contains(type))
        {
            yield return $"Their needs do not name {BedWords.A(type)}.";
        }

        if (needs.Nursing && Care.HasNursing(type) == false)
        {
            yield return $"They need nursing, which {BedWords.Noun(type, 2)} do not provide.";
        }

        if (needs.Dementia && !needs.Types.Contains(type) && Care.IsForDementia(type) == false)
        {
            yield return $"They need dementia care, which {BedWords.Noun(type, 2)} are not designed for.";
        }
    }
}
