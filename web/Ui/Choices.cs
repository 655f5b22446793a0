using CapacityBoard.Board;
using CapacityBoard.Sites;

namespace CapacityBoard.Ui;

/// <summary>The choices of a select field.</summary>
public static class Choices
{
    public static IReadOnlyList<Choice> Of<TCode>(Func<TCode, string> label, TCode? chosen)
        where TCode : struct, Enum =>
        [.. Enum.GetValues<TCode>().Select(code => new Choice(Codes.Of(code), label(code), Equals(code, chosen)))];

    public static IReadOnlyList<Choice> Of(IEnumerable<string> values, string? chosen) =>
        [.. values.Select(value => new Choice(value, value, value == chosen))];

    public static string LabelOf(AvailableWhen when) => when == AvailableWhen.Now ? "Now" : "Now or within 24 hours";

    public static string LabelOf(FreshnessNeeded freshness) => freshness == FreshnessNeeded.Fresh ? "Fresh only" : "Fresh and ageing";

    public static string LabelOf(BoardOrder order) => order switch
    {
        BoardOrder.Available => "Most available",
        BoardOrder.Distance => "Distance",
        BoardOrder.Age => "Most recent figures",
        _ => "Name",
    };
}
