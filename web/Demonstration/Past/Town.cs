using CapacityBoard.Access.Store;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Demonstration.Past;

/// <summary>
/// The sites of an invented past. The product's own decisions handle every command, so that nothing impossible is recorded; a
/// refused command has not happened.
/// </summary>
internal sealed class Town
{
    private readonly Dictionary<SiteKey, Site> _sites = [];
    private readonly Queue<Append> _recorded = new();
    private long _told;

    public DateTimeOffset Now { get; private set; }

    /// <summary>The position of the last event in a journal that begins with this past.</summary>
    public long Position { get; private set; }

    public int Refused { get; private set; }

    public Site Find(SiteKey key) => _sites[key];

    public void GoOnTo(DateTimeOffset at) => Now = at > Now ? DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()) : Now;

    public void Register(PlannedSite site)
    {
        _sites[site.Key] = Site.Empty(site.Kind, site.Key);
        Tell(site.Key, new RegisterSite(site.Details), BoardKind.Registrar);
    }

    /// <summary>
    /// Sends a command to a site, in its own name or another's. Returns the operation's id, or null if it was refused.
    /// </summary>
    public string? Tell(SiteKey key, SiteCommand command, string? by = null, string? operation = null)
    {
        var site = _sites[key];
        operation ??= InventedPast.Operation(++_told);
        by ??= site.Details!.Name;
        var decision = SiteDecisions.Decide(command, site, new(Now, operation));
        if (decision.Refusal is not null)
        {
            Refused++;
            return null;
        }

        if (!decision.Events.IsEmpty)
        {
            _recorded.Enqueue(new(key, site.Version, Now, by, operation, decision.Events));
            _sites[key] = decision.Events.Aggregate(site, (state, happened) => state.Apply(new(++Position, key, state.Version + 1, Now, by, operation, happened)));
        }

        return operation;
    }

    /// <summary>Moves a person to another ward by the three steps of a transfer. False if the other ward has no bed.</summary>
    public bool Move(SiteKey from, SiteKey to, string reference, string bed)
    {
        if (Tell(from, new BeginTransfer(reference, to, bed)) is not { } operation)
        {
            return false;
        }

        var stay = Find(from).Stays.Find(reference)!;
        var by = Find(from).Details!.Name;
        var isAccepted = Tell(to, new AcceptTransfer(stay with { Bed = bed }, from), by, operation + "/accept") is not null;
        SiteCommand end = isAccepted ? new CompleteTransfer(reference, operation) : new AbandonTransfer(reference, operation, "No bed was free");
        Tell(from, end, by, operation + "/end");
        return isAccepted;
    }

    /// <summary>What was recorded since the last call.</summary>
    public IEnumerable<Append> Recorded()
    {
        while (_recorded.TryDequeue(out var append))
        {
            yield return append;
        }
    }
}
