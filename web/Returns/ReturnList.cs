using System.Collections.Immutable;

namespace CapacityBoard.Returns;

/// <summary>All returns, in the order that the page shows.</summary>
internal static class ReturnList
{
    public static ImmutableArray<IReturn> All { get; } = [new DailyDischarges(), new DelayedTransferReturn(), new CareHomeCapacity()];

    public static IReturn? Find(string code) => All.FirstOrDefault(each => each.Code == code);
}
