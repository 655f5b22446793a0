namespace CapacityBoard.Board;

public static class FilterWords
{
    public static string Of(AvailableWhen when) => when == AvailableWhen.Now ? "Now" : "Now or within 24 hours";

    public static string Of(FreshnessNeeded freshness) => freshness switch
    {
        FreshnessNeeded.Fresh => "Fresh only",
        FreshnessNeeded.NotStale => "Fresh and ageing",
        _ => "Stale or no figures",
    };

    public static string Of(BoardOrder order) => order switch
    {
        BoardOrder.Name => "Name",
        BoardOrder.Available => "Most available",
        BoardOrder.Distance => "Distance",
        BoardOrder.Age => "Most recent figures",
        BoardOrder.Oldest => "Oldest figures",
        _ => "Kind of site",
    };
}
