using System.Text.Json;
using CapacityBoard.Sites;

namespace CapacityBoard.Journal;

/// <summary>
/// A site's state with the journal behind it: decide, append, apply, answer. The journal refuses an append
/// that was decided on an old version, so this is right even where two activations of a site run at once.
/// </summary>
internal sealed class JournaledSite<TSite>(TSite empty, IJournal journal, TimeProvider clock)
    where TSite : Site
{
    private const int EventsBetweenSnapshots = 200;
    private const int AnswersRemembered = 64;

    /// <summary>Raise it when the state's JSON changes its meaning: older snapshots are then passed over.</summary>
    private static readonly string Shape = $"{typeof(TSite).Name}/2";

    private readonly Queue<string> _rememberedOperations = new();
    private readonly Dictionary<string, Outcome> _answersWithoutEvents = [];
    private TSite _site = empty;
    private long _snapshotVersion;

    public async Task Load(CancellationToken token)
    {
        if (await journal.ReadSnapshot(_site.Key, token) is { } snapshot && snapshot.Shape == Shape)
        {
            Restore(snapshot);
        }

        await CatchUp();
    }

    public async Task<TSite> Read()
    {
        await CatchUp();
        return _site;
    }

    /// <exception cref="CallExpiredException">Its caller has given up meanwhile; nothing was recorded.</exception>
    public async Task<Outcome> Execute(SiteRequest request)
    {
        if ((Limits.RequiredText(request.Operation, "operation") ?? Limits.RequiredText(request.By, "by")) is { } refusal)
        {
            return new(_site.Version, refusal);
        }

        if (await AnsweredBefore(request.Operation) is { } answer)
        {
            return answer;
        }

        while (true)
        {
            var moment = new Moment(Now(), request.Operation);
            var decision = SiteDecisions.Decide(request.Command, _site, moment);
            var outcome = decision.Events.IsEmpty
                ? await AnswerWithoutEvents(request.Operation, decision.Refusal)
                : await Append(request, moment.Now, decision);
            if (outcome is not null)
            {
                return outcome;
            }

            CallDeadline.ThrowIfPassed(clock);
        }
    }

    private void Restore(Snapshot snapshot)
    {
        try
        {
            _site = JsonSerializer.Deserialize<TSite>(snapshot.State, DomainJson.Options)!;
            _snapshotVersion = snapshot.Version;
        }
        catch (JsonException)
        {
            // It only saves time: the events are replayed in its place.
        }
    }

    /// <summary>
    /// What was answered to an operation that recorded nothing: the same again, though the state may allow it now,
    /// unless another activation has recorded it since.
    /// </summary>
    private async Task<Outcome?> AnsweredBefore(string operation)
    {
        if (!_answersWithoutEvents.TryGetValue(operation, out var first))
        {
            return null;
        }

        return await journal.FindOperation(_site.Key, operation) is { } version ? new(version) : first;
    }

    /// <summary>Records what was decided; null where the site has moved on and the command is to be decided again.</summary>
    private async Task<Outcome?> Append(SiteRequest request, DateTimeOffset now, Decision decision)
    {
        var result = await journal.Append(new(_site.Key, _site.Version, now, request.By, request.Operation, decision.Events));
        switch (result.Status)
        {
            case AppendStatus.Appended:
                Apply(result, now, request, decision);
                await SnapshotWhereDue();
                return new(result.Version);
            case AppendStatus.Repeated:
                await CatchUp();
                return new(result.Version);
            default:
                return await CatchUp() ? null : throw new JournalUnavailableException(
                    $"The journal ends before what is known of {_site.Key}: it was restored in part. Restore the whole data folder from one backup.");
        }
    }

    /// <summary>
    /// A refusal, or that all is as asked already, stands only on the newest state, and not for an operation that was
    /// done before. It is remembered, while the grain is active, so that the same operation is answered the same again.
    /// </summary>
    private async Task<Outcome?> AnswerWithoutEvents(string operation, Refusal? refusal)
    {
        if (await CatchUp())
        {
            return null;
        }

        if (await journal.FindOperation(_site.Key, operation) is { } version)
        {
            return new(version);
        }

        var answer = new Outcome(_site.Version, refusal);
        Remember(operation, answer);
        return answer;
    }

    private void Remember(string operation, Outcome answer)
    {
        _answersWithoutEvents[operation] = answer;
        _rememberedOperations.Enqueue(operation);
        if (_rememberedOperations.Count > AnswersRemembered)
        {
            _answersWithoutEvents.Remove(_rememberedOperations.Dequeue());
        }
    }

    private void Apply(AppendResult result, DateTimeOffset now, SiteRequest request, Decision decision)
    {
        var version = _site.Version;
        foreach (var happened in decision.Events)
        {
            version++;
            var position = result.Position - (result.Version - version);
            _site = (TSite)_site.Apply(new(position, _site.Key, version, now, request.By, request.Operation, happened));
        }
    }

    /// <summary>Applies what the journal has beyond the state. True where there was something.</summary>
    private async Task<bool> CatchUp()
    {
        var entries = await journal.ReadSite(_site.Key, _site.Version);
        _site = entries.Aggregate(_site, (site, entry) => (TSite)site.Apply(entry));
        return entries.Count > 0;
    }

    private async Task SnapshotWhereDue()
    {
        if (_site.Version - _snapshotVersion < EventsBetweenSnapshots)
        {
            return;
        }

        _snapshotVersion = _site.Version;
        try
        {
            await journal.SaveSnapshot(_site.Key, new(_site.Version, Shape, JsonSerializer.Serialize(_site, DomainJson.Options)));
        }
        catch (JournalUnavailableException)
        {
            // The events are durable and are answered for; the next snapshot is due as ever.
        }
    }

    /// <summary>The clock's time in whole milliseconds, never before the site's last event.</summary>
    private DateTimeOffset Now()
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        return now > _site.LastAt ? now : _site.LastAt;
    }
}
