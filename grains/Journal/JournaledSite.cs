using CapacityBoard.Sites;

namespace CapacityBoard.Journal;

/// <summary>
/// A site's state, backed by the journal: decide, append, apply, answer. The journal refuses an append that was decided
/// on an old version, so the result is correct even if two activations of a site run at once.
/// </summary>
internal sealed class JournaledSite<TSite>(TSite empty, IJournal journal, TimeProvider clock)
    where TSite : Site
{
    private const int AnswersRemembered = 64;

    private readonly Queue<string> _rememberedOperations = new();
    private readonly Dictionary<string, (Outcome Answer, string? Fingerprint)> _answersWithoutEvents = [];
    private TSite _site = empty;

    public async Task Load(CancellationToken token)
    {
        _site = (await journal.ReadSnapshot(_site.Key, token))?.Read() as TSite ?? _site;
        await CatchUp();
    }

    public async Task<TSite> Read()
    {
        await CatchUp();
        return _site;
    }

    /// <exception cref="CallExpiredException">The caller has given up meanwhile; nothing was recorded.</exception>
    public async Task<Outcome> Execute(SiteRequest request)
    {
        if ((Limits.RequiredText(request.Operation, "operation") ?? Limits.RequiredText(request.By, "by")) is { } refusal)
        {
            return new(_site.Version, refusal);
        }

        if (await AnsweredBefore(request) is { } answer)
        {
            return answer;
        }

        while (true)
        {
            ThrowIfUnreadable();
            var moment = MomentOf(request);
            var decision = SiteDecisions.Decide(request.Command, _site, moment);
            var outcome = decision.Events.IsEmpty
                ? await AnswerWithoutEvents(request, decision.Refusal)
                : await Append(request, moment.Now, decision);
            if (outcome is not null)
            {
                return outcome;
            }

            CallDeadline.ThrowIfPassed(clock);
        }
    }

    /// <summary>Stops here because nothing can be decided on a state that is not known.</summary>
    private void ThrowIfUnreadable()
    {
        if (_site.Unreadable is { } unreadable)
        {
            throw new JournalUnavailableException(
                $"{_site.Key} cannot be changed here: its event '{unreadable.Type}' at position {unreadable.Position} cannot be read. "
                + "Run the version that wrote it, or a newer one.");
        }
    }

    /// <summary>
    /// Repeats the answer to an operation that recorded nothing, even if the state would allow it now, unless another
    /// activation has recorded it since.
    /// </summary>
    private async Task<Outcome?> AnsweredBefore(SiteRequest request)
    {
        if (!_answersWithoutEvents.TryGetValue(request.Operation, out var first))
        {
            return null;
        }

        return await Recorded(request) ?? AnswerAgain(request, first.Answer, first.Fingerprint);
    }

    /// <summary>The answer to a recorded operation; null if the operation is not recorded.</summary>
    private async Task<Outcome?> Recorded(SiteRequest request) =>
        await journal.FindOperation(_site.Key, request.Operation) is { } recorded
            ? AnswerAgain(request, new(recorded.Version), recorded.Fingerprint)
            : null;

    /// <summary>Repeats the first answer to the same request, and refuses an operation ID that was used for anything else.</summary>
    private Outcome AnswerAgain(SiteRequest request, Outcome first, string? fingerprint) =>
        fingerprint is null || request.Fingerprint is null || fingerprint == request.Fingerprint
            ? first
            : new(_site.Version, new(RefusalCode.OperationReused,
                "This operation ID was already used, by another caller or with different content, so nothing was done. Use a new ID for each command."));

    /// <summary>Records a decision; null if the site has moved on and the command must be decided again.</summary>
    private async Task<Outcome?> Append(SiteRequest request, DateTimeOffset now, Decision decision)
    {
        var append = new Append(_site.Key, _site.Version, now, request.By, request.Operation, decision.Events, request.Fingerprint);
        var result = await journal.Append(append);
        switch (result.Status)
        {
            case AppendStatus.Appended:
                Apply(result, now, request, decision);
                return new(result.Version, Position: result.Position);
            case AppendStatus.Repeated:
                await CatchUp();
                return AnswerAgain(request, new(result.Version), result.Fingerprint);
            case AppendStatus.Elsewhere:
                return await AnswerWithoutEvents(request, append.Arrival!.Refused(result.IsOn!));
            default:
                return await CatchUp() ? null : throw new JournalUnavailableException(
                    $"The journal ends before the known state of {_site.Key}. It was only partly restored. Restore the whole data folder from one backup.");
        }
    }

    /// <summary>
    /// Answers a command that is refused or changes nothing. The answer is valid only on the newest state and for an operation
    /// that was not recorded before. It is remembered while the grain is active, so that the same operation gets the same answer.
    /// </summary>
    private async Task<Outcome?> AnswerWithoutEvents(SiteRequest request, Refusal? refusal)
    {
        if (await CatchUp())
        {
            return null;
        }

        if (await Recorded(request) is { } recorded)
        {
            return recorded;
        }

        var answer = new Outcome(_site.Version, refusal);
        Remember(request, answer);
        return answer;
    }

    private void Remember(SiteRequest request, Outcome answer)
    {
        _answersWithoutEvents[request.Operation] = (answer, request.Fingerprint);
        _rememberedOperations.Enqueue(request.Operation);
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

    /// <summary>Applies the journal's entries that the state lacks; true if there were any.</summary>
    private async Task<bool> CatchUp()
    {
        var entries = await journal.ReadSite(_site.Key, _site.Version);
        _site = entries.Aggregate(_site, (site, entry) => (TSite)site.Apply(entry));
        return entries.Count > 0;
    }

    /// <summary>Times are in whole milliseconds, as the journal keeps them.</summary>
    private Moment MomentOf(SiteRequest request)
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        return new(now > _site.LastAt ? now : _site.LastAt, request.Operation) { Clock = now };
    }
}
