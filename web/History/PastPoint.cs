namespace CapacityBoard.History;

/// <summary>
/// What of the journal there was: all that was decided up to an instant and recorded up to a position. Of any one site that is
/// its first so many events, since neither its times nor its positions ever go back.
/// </summary>
internal readonly record struct PastPoint(DateTimeOffset At, long Position)
{
    public static PastPoint AtInstant(DateTimeOffset at) => new(at, long.MaxValue);

    public static PastPoint AtVersion(long position) => new(DateTimeOffset.MaxValue, position);

    public bool Has(DateTimeOffset at, long position) => at <= At && position <= Position;

    public bool Has(PastSite state) => Has(state.Site.LastAt, state.Position);
}
