using CapacityBoard.Sites;

namespace CapacityBoard.Board;

/// <summary>The ages at which a figure ceases to be fresh and becomes stale. A choice, so the pages state it.</summary>
/// <param name="FreshFor">Fresh up to and including this age.</param>
/// <param name="StaleAfter">Stale beyond this age; ageing between the two.</param>
public sealed record FreshnessPolicy(TimeSpan FreshFor, TimeSpan StaleAfter)
{
    private static readonly FreshnessPolicy Daily = new(TimeSpan.FromHours(24), TimeSpan.FromHours(48));
    private static readonly FreshnessPolicy HalfDaily = new(TimeSpan.FromHours(12), TimeSpan.FromHours(24));
    private static readonly FreshnessPolicy ByShift = new(TimeSpan.FromHours(4), TimeSpan.FromHours(8));

    public static FreshnessPolicy Of(SiteKind kind) => kind switch
    {
        SiteKind.Ward => ByShift,
        SiteKind.IntermediateCareUnit => HalfDaily,
        _ => Daily,
    };

    public Freshness At(Stamp? declared, DateTimeOffset now) => declared switch
    {
        null => Freshness.NeverDeclared,
        _ when now - declared.At <= FreshFor => Freshness.Fresh,
        _ when now - declared.At <= StaleAfter => Freshness.Ageing,
        _ => Freshness.Stale,
    };
}
