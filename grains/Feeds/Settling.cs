using System.Collections.Immutable;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Feeds;

/// <summary>
/// Makes the wards agree with what a hospital's system says, one command after the other: each is decided on the ward as it is by then. So nothing is
/// done twice, whoever else does something meanwhile. Not for several threads.
/// </summary>
internal sealed class Settling(string hospital, HospitalFeed feed, ISiteClient sites, IJournal journal, TimeProvider clock)
{
    /// <summary>No person needs more: a discharge is cancelled, they move, and are corrected.</summary>
    private const int MostSteps = 8;

    private readonly StayTransfer _transfer = new(sites);
    private readonly KeyedTurns _wards = new();
    private readonly Dictionary<string, Visit> _before = new(StayReferences.Comparer);
    private readonly Dictionary<string, SiteKey> _lastSeen = new(StayReferences.Comparer);
    private readonly HashSet<SiteKey> _crowded = [];
    private ImmutableHashSet<string> _again = ImmutableHashSet.Create<string>(StayReferences.Comparer);
    private Touched _owed = Touched.Nothing;

    private string By => feed.Definition?.Name ?? "Hospital system";

    /// <summary>By reference in capitals: why the board does not agree.</summary>
    public ImmutableDictionary<string, string> Obstacles { get; private set; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>True if nothing has to be tried again.</summary>
    public bool IsDone => _owed.References.IsEmpty && _owed.Wards.IsEmpty;

    public void Owe(Touched touched) => _owed = _owed.And(touched);

    /// <summary>Keeps what is known of visits before more is said of them, until they are settled.</summary>
    public void Remember(IEnumerable<FeedStatement> coming)
    {
        foreach (var statement in coming)
        {
            if (feed.Find(statement.Reference) is { } visit)
            {
                _before.TryAdd(visit.Reference, visit);
            }
        }
    }

    public async Task SettleOwed()
    {
        if (!IsDone)
        {
            await Settle(_owed);
        }

        await SettleCrowded();
    }

    /// <param name="follower">Who decided that the hospital's system is right; null if the later record stands.</param>
    /// <exception cref="JournalUnavailableException">What is left is tried again at the next look.</exception>
    public async Task Settle(Touched touched, string? follower = null)
    {
        Owe(touched);
        var wards = touched.Wards;
        var said = touched.References.Select(feed.Find).OfType<Visit>().DistinctBy(visit => visit.Reference).ToList();
        foreach (var visit in said)
        {
            wards = wards.Union(await Settle(visit, follower));
        }

        var references = said.Select(visit => visit.Reference).ToHashSet(StayReferences.Comparer);
        foreach (var ward in wards.Order(Comparer<SiteKey>.Create((one, other) => string.CompareOrdinal(one.Value, other.Value))))
        {
            using (await _wards.Take([ward.Value]))
            {
                await SettleBeds(ward, references);
            }
        }

        _owed = new(_owed.References.Except(touched.References).Union(_again), _owed.Wards.Except(touched.Wards));
    }

    /// <returns>The wards that the person left or came to.</returns>
    private async Task<ImmutableHashSet<SiteKey>> Settle(Visit visit, string? follower)
    {
        _before.Remove(visit.Reference, out var before);
        Obstacles = Obstacles.RemoveRange(visit.References.Select(StayReferences.Key));
        var touched = visit is { Presence: VisitPresence.In, Ward: { } ward } ? ImmutableHashSet.Create(ward) : [];
        for (var number = 0; number < MostSteps; number++)
        {
            var board = await Finished(await Find(visit), visit);
            var step = Settlement.Next(visit, before, board, follower is not null, clock.GetUtcNow());
            touched = board.Ward is { } from ? touched.Add(from) : touched;
            if (step.Command is not { } command)
            {
                Note(visit, step.Why, mayPass: board.Here?.Transfer is not null);
                return touched;
            }

            if ((await Do(step.Site!, command, follower)).Refusal is { } refusal && refusal.Code != RefusalCode.BedTaken)
            {
                Note(visit, refusal.Message, mayPass: true);
                return touched;
            }
        }

        return touched;
    }

    /// <param name="mayPass">True if it is worth trying again: a ward refused, or somebody is on the way.</param>
    private void Note(Visit visit, string? why, bool mayPass)
    {
        Obstacles = why is null ? Obstacles : Obstacles.SetItem(StayReferences.Key(visit.Reference), why);
        _again = why is not null && mayPass ? _again.Add(visit.Reference) : _again.Remove(visit.Reference);
    }

    /// <summary>Tries again to give people the beds that others were in.</summary>
    private async Task SettleCrowded()
    {
        foreach (var ward in _crowded.ToList())
        {
            using (await _wards.Take([ward.Value]))
            {
                await SettleBeds(ward, []);
            }
        }
    }

    private async Task SettleBeds(SiteKey key, HashSet<string> said)
    {
        for (var number = 0; number < Limits.MostBeds; number++)
        {
            var ward = await sites.Read(SiteKind.Ward, key);
            var claims = feed.On(key);
            if ((BedPlan.Next(ward, claims, said) ?? BedStatuses.Next(ward, feed.BedsOf(key), clock.GetUtcNow())) is not { } command
                || !(await Execute(ward, command, null)).IsAccepted)
            {
                _ = BedPlan.IsCrowded(ward, claims) ? _crowded.Add(key) : _crowded.Remove(key);
                return;
            }
        }
    }

    private async Task<Outcome> Do(SiteKey key, SiteCommand command, string? follower)
    {
        var ward = await sites.Read(SiteKind.Ward, key);
        return await Execute(ward, await WithBed(ward, command), follower);
    }

    /// <summary>The command with a bed that nobody else is in.</summary>
    private async Task<SiteCommand> WithBed(Site ward, SiteCommand command) => command switch
    {
        AdmitStay admit => admit with { Bed = BedPlan.LabelFor(admit.Bed, ward) },
        CancelDischarge back when ward.Stays.FindGone(back.Stay) is { } gone => back with { Bed = BedPlan.LabelFor(gone.Stay.Bed, ward) },
        BeginTransfer move => move with { Bed = BedPlan.LabelFor(move.Bed, await sites.Read(SiteKind.Ward, move.To)) },
        _ => command,
    };

    /// <summary>Executes a command that was decided on a state of a ward. Its ID says on which, so that two who decide the same do it once.</summary>
    private Task<Outcome> Execute(Site ward, SiteCommand command, string? follower)
    {
        var request = new SiteRequest(command, $"feed:{ward.Version}:{Target(command)}", follower is null ? By : $"{follower} ({By})");
        return command is BeginTransfer ? _transfer.Begin(ward.Key, request) : sites.Execute(SiteKind.Ward, ward.Key, request);
    }

    private static string Target(SiteCommand command) => command switch
    {
        AdmitStay c => $"admit:{c.Stay}",
        BeginTransfer c => $"move:{c.Stay}",
        DischargeStay c => $"leave:{c.Stay}",
        CancelAdmission c => $"never:{c.Stay}",
        CancelDischarge c => $"back:{c.Stay}",
        CorrectStay c => $"correct:{c.Stay}",
        SetExpectedDischarge c => $"expect:{c.Stay}",
        ChangeBed c => $"bed:{c.Stay}",
        SwapBeds c => $"swap:{c.Stay}",
        _ => command.GetType().Name,
    };

    private async Task<BoardPlace> Find(Visit visit)
    {
        var places = new List<BoardPlace>();
        foreach (var reference in visit.References)
        {
            places.Add(await Find(reference, visit.Ward));
        }

        // Whoever is recorded twice stays as the one who has been here longer, since more is known of that one.
        var here = places.Where(place => place.Here is not null).OrderBy(place => place.Here!.AdmittedAt).ToList();
        var place = here.FirstOrDefault() ?? places.OrderByDescending(each => each.Gone?.Discharged.At).First();
        return place with { WasHere = places.Any(each => each.WasHere), Twice = here is [_, { Ward: { } ward, Here: { } twice }, ..] ? new(ward, twice.Reference) : null };
    }

    /// <summary>A transfer that somebody began and did not finish is finished first.</summary>
    private async Task<BoardPlace> Finished(BoardPlace board, Visit visit)
    {
        if (board is not { Here.Transfer: { } transfer })
        {
            return board;
        }

        await _transfer.Finish(board.Ward!, board.Here.Reference, transfer.Operation, By);
        return await Find(visit);
    }

    private async Task<BoardPlace> Find(string reference, SiteKey? likely)
    {
        SiteKey?[] wards = [_lastSeen.GetValueOrDefault(reference), likely];
        foreach (var key in wards.OfType<SiteKey>().Distinct())
        {
            if (On(await sites.Read(SiteKind.Ward, key), reference) is { Here: not null } here)
            {
                return here;
            }
        }

        return await FindInJournal(reference);
    }

    /// <summary>Looks at every ward that the person came to, the last first: one of them may still have them, if a transfer was not finished.</summary>
    private async Task<BoardPlace> FindInJournal(string reference)
    {
        var entries = (await journal.ReadComingsAndGoings(reference)).Where(entry => entry.Site.HospitalKey == hospital);
        var last = BoardPlace.Nowhere;
        foreach (var key in entries.OrderByDescending(entry => entry.Position).Select(entry => entry.Event is TransferCompleted { To: var to } ? to : entry.Site).Distinct())
        {
            var place = On(await sites.Read(SiteKind.Ward, key), reference);
            if (place.Here is not null)
            {
                return place;
            }

            last = last == BoardPlace.Nowhere ? place : last;
        }

        return last;
    }

    private BoardPlace On(Site ward, string reference)
    {
        var here = ward.Stays.Find(reference);
        if (here is not null)
        {
            _lastSeen[reference] = ward.Key;
        }

        return new(ward.Key, here, here is null ? ward.Stays.FindGone(reference) : null, true);
    }
}
