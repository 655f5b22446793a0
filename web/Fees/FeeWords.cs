using System.Globalization;
using CapacityBoard.Ui;

namespace CapacityBoard.Fees;

/// <summary>A home's statement on fees in words.</summary>
public static class FeeWords
{
    /// <summary>"£950 to £1,200 a week. Top-up asked: £75 a week. More for one-to-one care." Without who said it.</summary>
    public static string Of(FeeStatement fees) => string.Join(' ', new[] { Weekly(fees), TopUp(fees), fees.Note is { } note ? $"{note.TrimEnd('.')}." : null }.OfType<string>());

    /// <summary>The same with how old the statement is, because fees change.</summary>
    public static string Of(StatedFees fees, DateTimeOffset now) => $"{Of(fees.Statement)} Stated by the home {Age.Of(fees.Stated.At, now)}.";

    private static string? Weekly(FeeStatement fees) => fees switch
    {
        { Lowest: null } => null,
        { Lowest: { } lowest, Highest: { } highest } when highest > lowest => $"{Pounds(lowest)} to {Pounds(highest)} a week.",
        { Lowest: { } lowest } => $"{Pounds(lowest)} a week.",
    };

    private static string? TopUp(FeeStatement fees) => fees switch
    {
        { AsksTopUp: true, TopUp: { } amount } => $"Top-up asked: {Pounds(amount)} a week.",
        { AsksTopUp: true } => "Top-up asked.",
        { AsksTopUp: false } => "No top-up.",
        _ => null,
    };

    private static string Pounds(int amount) => amount.ToString("'£'#,0", CultureInfo.InvariantCulture);
}
