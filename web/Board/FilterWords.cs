namespace CapacityBoard.Board;

public static class FilterWords
{
    public static string Of(AvailableWhen when) => when == AvailableWhen.Now ? "Now" : "Now or within 24 hours";

    public static string Of(FreshnessNeeded freshness) => freshness == FreshnessNeeded.Fresh ? "Fresh only" : "Fresh and ageing";

    public static string Of(BoardOrder order) => order switch
    {
        BoardOrder.Available => "Most available",
        BoardOrder.Distance => "Distance",
        BoardOrder.Age => "Most recent figures",
        _ => "Name",
    };
}
