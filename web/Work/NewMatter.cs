namespace CapacityBoard.Work;

/// <summary>The first of the matters that came while a page was open.</summary>
/// <param name="First">Null if it is settled by now, or none came.</param>
/// <param name="Count">How many came, this one included.</param>
internal sealed record NewMatter(Matter? First, int Count, DateTimeOffset Now);
