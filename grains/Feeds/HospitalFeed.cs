using System.Collections.Immutable;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Feeds;

/// <summary>
/// What a hospital's system has said, by its feed's entries. It depends on which messages came, not on their order. Not for several threads.
/// </summary>
internal sealed class HospitalFeed
{
    private static readonly TimeSpan LeftAreKeptFor = TimeSpan.FromDays(31);

    private readonly SortedDictionary<long, FeedEntry> _messages = [];
    private readonly HashSet<string> _known = [];
    private readonly HashSet<string> _dismissed = [];
    private readonly SortedDictionary<long, InpatientList> _lists = [];
    private readonly Dictionary<(SiteKey Ward, string Bed), BedStatement> _beds = [];
    private readonly Dictionary<string, Visits> _groups = new(StayReferences.Comparer);
    private readonly SortedDictionary<long, WaitingMessage> _waiting = [];
    private readonly HashSet<Visits> _changed = [];
    private readonly Dictionary<SiteKey, HashSet<Visits>> _wards = [];

    public FeedDefinition? Definition { get; private set; }

    public long Last { get; private set; }

    /// <summary>When a message last came; null if none is kept.</summary>
    public DateTimeOffset? LastMessage { get; private set; }

    public IEnumerable<WaitingMessage> Waiting => _waiting.Values.Where(each => !_dismissed.Contains(each.Id));

    public IEnumerable<Visit> All => _groups.Values.Distinct().Select(group => group.Visit);

    public bool Has(string fingerprint) => _known.Contains(fingerprint);

    public Visit? Find(string reference) => _groups.GetValueOrDefault(reference)?.Visit;

    /// <summary>Who is on a ward.</summary>
    public IReadOnlyCollection<Visit> On(SiteKey ward)
    {
        foreach (var group in _changed.ToList())
        {
            Place(group);
        }

        return [.. _wards.GetValueOrDefault(ward, []).Select(group => group.Visit)];
    }

    public IReadOnlyCollection<BedStatement> BedsOf(SiteKey ward) => [.. _beds.Values.Where(bed => bed.Ward == ward)];

    /// <summary>What a message means by the set-up of now; null if it is not known or there is no set-up.</summary>
    public FeedReading? ReadingOf(FeedEntry entry) => Definition is { } feed && entry.Message is { } message ? FeedMapping.Read(message, entry.At, feed) : null;

    /// <summary>Notes that entries up to a number were added, even if they have been removed since.</summary>
    public void Reach(long last) => Last = Math.Max(Last, last);

    /// <summary>Takes an entry in.</summary>
    /// <returns>The visits that it is about, as references, and the wards whose beds it is about.</returns>
    public Touched Take(NumberedEntry numbered)
    {
        var (number, entry) = numbered;
        Reach(number);
        switch (entry)
        {
            case { Message: { } message }:
                _messages[number] = entry;
                _known.Add(message.Fingerprint());
                LastMessage = entry.At > LastMessage ? entry.At : LastMessage ?? entry.At;
                return Understand(number, entry);
            case { Definition: { } definition }:
                Definition = definition;
                return UnderstandAll();
            case { List: { } list }:
                _lists[number] = list;
                return TakeList(list);
            case { Dismissed: { } dismissed }:
                _dismissed.UnionWith(dismissed);
                break;
        }

        return Touched.Nothing;
    }

    /// <summary>The numbers of messages that are of no use any more: about people who left a month ago, or about nobody.</summary>
    public IReadOnlyCollection<long> Forgettable(DateTimeOffset now) => [.. _messages
        .Where(pair => pair.Value.At < now - LeftAreKeptFor && !_waiting.ContainsKey(pair.Key) && ReadingOf(pair.Value) is { } reading && reading.Statements.All(IsLongGone))
        .Select(pair => pair.Key)];

    public void Forget(IEnumerable<long> numbers)
    {
        foreach (var number in numbers)
        {
            if (_messages.Remove(number, out var entry))
            {
                _known.Remove(entry.Message!.Fingerprint());
            }
        }

        UnderstandAll();
    }

    private bool IsLongGone(FeedStatement statement) =>
        Find(statement.Reference) is { Presence: VisitPresence.Left or VisitPresence.Never or VisitPresence.NotKnown } visit && visit.Known < LastMessage - LeftAreKeptFor;

    private Touched UnderstandAll()
    {
        _groups.Clear();
        _wards.Clear();
        _changed.Clear();
        _beds.Clear();
        _waiting.Clear();
        var touched = _messages.Select(pair => Understand(pair.Key, pair.Value)).ToList();
        return touched.Concat(_lists.Values.Select(TakeList)).Aggregate(Touched.Nothing, (all, next) => all.And(next));
    }

    private Touched Understand(long number, FeedEntry entry)
    {
        if (ReadingOf(entry) is not { } reading)
        {
            return Touched.Nothing;
        }

        if (reading.Waits is { } obstacle)
        {
            _waiting[number] = new(entry.Message!.Fingerprint(), entry.At, entry.Message, obstacle);
            return Touched.Nothing;
        }

        if (reading.Bed is { } bed && (!_beds.TryGetValue((bed.Ward, bed.Bed), out var known) || (known.Occurred, known.Id).CompareTo((bed.Occurred, bed.Id)) < 0))
        {
            _beds[(bed.Ward, bed.Bed)] = bed;
        }

        foreach (var statement in reading.Statements)
        {
            var group = GroupOf(statement);
            group.Add(statement);
            _changed.Add(group);
        }

        return new([.. reading.Statements.Select(each => each.Reference)], reading.Bed is { } about ? [about.Ward] : []);
    }

    /// <summary>The visit of a statement, after it was joined with the one whose number it replaces.</summary>
    private Visits GroupOf(FeedStatement statement)
    {
        var group = GroupOf(statement.Reference);
        if (statement.Prior is { } prior && GroupOf(prior) is { } other && other != group)
        {
            group.Join(other);
            Remove(other);
            foreach (var reference in other.References)
            {
                _groups[reference] = group;
            }
        }

        return group;
    }

    private void Place(Visits group)
    {
        Remove(group);
        if (group.Visit is { Presence: VisitPresence.In, Ward: { } ward })
        {
            (_wards.TryGetValue(ward, out var there) ? there : _wards[ward] = []).Add(group);
            group.Ward = ward;
        }
    }

    private void Remove(Visits group)
    {
        if (group.Ward is { } ward)
        {
            _wards[ward].Remove(group);
            group.Ward = null;
        }

        _changed.Remove(group);
    }

    private Visits GroupOf(string reference)
    {
        if (!_groups.TryGetValue(reference, out var group))
        {
            group = _groups[reference] = new(reference);
            foreach (var list in _lists.Values)
            {
                group.Add(list, Definition!);
            }
        }

        return group;
    }

    private Touched TakeList(InpatientList list)
    {
        if (Definition is not { } feed)
        {
            return Touched.Nothing;
        }

        foreach (var line in list.Lines)
        {
            GroupOf(line.Reference);
        }

        foreach (var group in _groups.Values.Distinct())
        {
            group.Add(list, feed);
            _changed.Add(group);
        }

        return new([.. _groups.Keys], []);
    }
}

/// <summary>What an entry is about.</summary>
internal readonly record struct Touched(ImmutableHashSet<string> References, ImmutableHashSet<SiteKey> Wards)
{
    public static Touched Nothing { get; } = new(ImmutableHashSet.Create<string>(StayReferences.Comparer), []);

    public Touched And(Touched other) => new(References.Union(other.References), Wards.Union(other.Wards));
}

/// <summary>A message that cannot be applied yet.</summary>
[GenerateSerializer, Alias("board.waiting-message"), Immutable]
public sealed record WaitingMessage([Id(0)] string Id, [Id(1)] DateTimeOffset Received, [Id(2)] AdtMessage Message, [Id(3)] FeedObstacle Obstacle);
