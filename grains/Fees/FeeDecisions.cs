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
        CheckPounds(fees.From, "fees.from")
        ?? CheckPounds(fees.To, "fees.to")
        ?? CheckPounds(fees.TopUp, "fees.topUp")
        ?? Limits.OptionalText(fees.Note, "fees.note", Limits.LongText)
        ?? CheckTogether(fees);

    private static Refusal? CheckPounds(int? pounds, string field) => pounds is { } value ? Limits.Count(value, field, least: 1, Most) : null;

    private static Refusal? CheckTogether(FeeStatement fees) => fees switch
    {
        { From: null, To: not null } => Limits.Invalid("fees.from", "Give the lowest weekly fee too, or only that one."),
        { From: { } from, To: { } to } when to < from => Limits.Invalid("fees.to", $"The highest weekly fee is £{to}. It cannot be lower than the lowest, £{from}."),
        { TopUp: not null, AsksTopUp: not true } => Limits.Invalid("fees.topUp", "A top-up has an amount only if families are asked for one."),
        { From: null } when string.IsNullOrWhiteSpace(fees.Note) => Limits.Invalid("fees.from", "Give a weekly fee in whole pounds, or say in a note what it depends on."),
        _ => null,
    };
}
