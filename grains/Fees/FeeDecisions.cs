using CapacityBoard.Sites;

namespace CapacityBoard.Fees;

/// <summary>The rules of statements on fees.</summary>
internal static class FeeDecisions
{
    /// <summary>In whole pounds a week; more is a slip of the keyboard.</summary>
    private const int Most = 10_000;

    public static Decision State(FeeStatement fees, StatedFees? before) => Check(fees) is { } refusal
        ? refusal
        : before?.Statement == fees ? Decision.Nothing : new FeesStated(fees);

    private static Refusal? Check(FeeStatement fees) =>
        CheckPounds(fees.Lowest, "fees.lowest")
        ?? CheckPounds(fees.Highest, "fees.highest")
        ?? CheckPounds(fees.TopUp, "fees.topUp")
        ?? Limits.OptionalText(fees.Note, "fees.note", Limits.LongText)
        ?? CheckTogether(fees);

    private static Refusal? CheckPounds(int? pounds, string field) => pounds is < 1 or > Most
        ? Limits.Invalid(field, $"A fee is whole pounds a week, from £1 to £{Most}.")
        : null;

    private static Refusal? CheckTogether(FeeStatement fees) => fees switch
    {
        { Lowest: null, Highest: not null } => Limits.Invalid("fees.lowest", "Give the lowest weekly fee too, or only that one."),
        { Lowest: { } lowest, Highest: { } highest } when highest < lowest => Limits.Invalid("fees.highest", $"The highest weekly fee is £{highest}. It cannot be lower than the lowest, £{lowest}."),
        { TopUp: not null, AsksTopUp: not true } => Limits.Invalid("fees.topUp", "A top-up has an amount only if families are asked for one."),
        { Lowest: null } when string.IsNullOrWhiteSpace(fees.Note) => Limits.Invalid("fees.lowest", "Give a weekly fee in whole pounds, or say in a note what it depends on."),
        _ => null,
    };
}
