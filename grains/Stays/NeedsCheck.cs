using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>Checks a person's needs against their limits.</summary>
internal static class NeedsCheck
{
    private const int MostTypes = 8;
    private const int MostWishes = 5;
    private const double MostKilometres = 200;

    public static Refusal? Check(Needs needs, string prefix = "needs.") =>
        CheckTypes(needs, prefix + "types")
        ?? CheckWished(needs, prefix + "wished")
        ?? Limits.OptionalText(needs.Near, prefix + "near")
        ?? Limits.OptionalText(needs.Note, prefix + "note", Limits.LongText)
        ?? CheckDistance(needs, prefix);

    private static Refusal? CheckTypes(Needs needs, string field) =>
        needs.Types.Length is 0 or > MostTypes || needs.Types.Distinct().Count() != needs.Types.Length || needs.Types.Contains(Beds.BedType.Inpatient)
            ? Limits.Invalid(field, $"'{field}' must list 1 to {MostTypes} suitable bed types, each once, from care homes, intermediate care or home care.")
            : null;

    private static Refusal? CheckWished(Needs needs, string field) =>
        needs.Wished.Length > MostWishes || needs.Wished.Distinct().Count() != needs.Wished.Length
            ? Limits.Invalid(field, $"'{field}' must list at most {MostWishes} places, each once.")
            : null;

    private static Refusal? CheckDistance(Needs needs, string prefix) => needs.WithinKilometres switch
    {
        null => null,
        { } when needs.Near is null => Limits.Invalid(prefix + "near", $"'{prefix}near' is needed: a postcode or place to measure the distance from."),
        > 0 and <= MostKilometres => null,
        _ => Limits.Invalid(prefix + "withinKilometres", $"'{prefix}withinKilometres' must be a number of kilometres over 0, at most {MostKilometres}."),
    };
}
