using System.Globalization;
using CapacityBoard.Feeds;
using CapacityBoard.Sites;

namespace CapacityBoard.Demonstration.Feed;

/// <summary>A message, and when the hospital's system sends it.</summary>
internal sealed record SentMessage(DateTimeOffset At, AdtMessage Message);

/// <summary>Somebody in a bed of the invented hospital.</summary>
internal sealed record Inpatient(string Reference, SiteKey Ward, string Bed, DateTimeOffset AdmittedAt, DateTimeOffset ArrivedAt);

/// <summary>
/// What a hospital's own system sends: who is in at the beginning, then people who come, move, swap beds and leave, mistakes that are cancelled, entries
/// that are made late, and messages that come late or twice. The same beginning and seed give the same messages.
/// </summary>
internal sealed class HospitalDay
{
    private const double FullAtFirst = 0.93;

    private static readonly TimeSpan MeanStayAtFirst = TimeSpan.FromDays(8);

    private static readonly string[] Destinations = [.. Enumerable.Repeat("19", 15), "54", "85", "51", "79"];

    private readonly DateTimeOffset _begin;
    private readonly IReadOnlyList<HospitalWard> _wards;
    private readonly Random _random;
    private readonly PriorityQueue<SentMessage, (DateTimeOffset, int)> _outgoing = new();
    private readonly PriorityQueue<Action, (DateTimeOffset, int)> _later = new();
    private readonly Dictionary<string, Inpatient> _in = [];
    private readonly HashSet<string> _busy = [];
    private readonly HashSet<(SiteKey, string)> _kept = [];
    private int _people;
    private int _messages;
    private DateTimeOffset _now;

    public HospitalDay(DateTimeOffset begin, IReadOnlyList<HospitalWard> wards, int seed)
    {
        (_begin, _wards, _random) = (new(begin.Ticks - begin.Ticks % TimeSpan.TicksPerMinute, begin.Offset), wards, new(seed));
        _now = _begin;
    }

    /// <summary>Who is in by now, as everything that was entered by now says.</summary>
    public IReadOnlyCollection<Inpatient> In => _in.Values;

    /// <summary>True if something is entered or sent later than now that happened before.</summary>
    public bool IsBehind => _later.Count > 0 || _outgoing.Count > 0;

    /// <summary>The messages until a time, in the order in which they are sent.</summary>
    /// <param name="isEnding">True if nothing new is to happen: what is open is still finished.</param>
    public IEnumerable<SentMessage> Until(DateTimeOffset end, bool isEnding = false)
    {
        if (_people == 0)
        {
            Begin();
        }

        for (; _now <= end; _now = _now.AddMinutes(1))
        {
            while (_later.TryPeek(out _, out var due) && due.Item1 <= _now)
            {
                _later.Dequeue()();
            }

            if (!isEnding)
            {
                Minute();
            }

            while (_outgoing.TryPeek(out var next, out _) && next.At <= _now)
            {
                yield return _outgoing.Dequeue();
            }
        }
    }

    private void Begin()
    {
        foreach (var (ward, bed) in _wards.SelectMany(ward => ward.BedLabels().Select(bed => (ward.Key, bed))).Where(_ => _random.NextDouble() < FullAtFirst))
        {
            var admitted = _now.AddMinutes(-60 - Math.Floor(MeanStayAtFirst.TotalMinutes * -Math.Log(1 - _random.NextDouble())));
            Come(ward, bed, admitted, _now);
        }
    }

    private void Minute()
    {
        if (Happens(95 * Share(LocalDay.ToLocal(_now).Hour, 8, 22)) && (FreeBed(_wards[^1]) ?? FreeBed(_wards[_random.Next(_wards.Count)])) is { } bed)
        {
            Arrive(bed);
        }

        if (Happens(90 * Share(LocalDay.ToLocal(_now).Hour, 9, 19)) && Anybody() is { } leaving)
        {
            Leave(leaving);
        }

        if (Happens(110) && Anybody(each => each.Ward == _wards[^1].Key || _random.Next(3) == 0) is { } moving && FreeBed(_wards[_random.Next(_wards.Count)]) is { } to)
        {
            Move(moving, to);
        }

        if (Happens(5) && Anybody() is { } one && Anybody(each => each != one) is { } other)
        {
            Swap(one, other);
        }

        if (Happens(4) && Anybody() is { } away)
        {
            Tell("A21", away, _now, _now);
            Busy(away.Reference, 240, () => Tell("A22", away, _now, _now));
        }

        if (Happens(250) && Anybody() is { } seen)
        {
            Tell("A08", seen, _now, _now, visit => visit with { ExpectedDischarge = LocalDay.Of(_now).AddDays(_random.Next(1, 10)) });
        }
    }

    private void Arrive((SiteKey Ward, string Bed) at)
    {
        var person = Come(at.Ward, at.Bed, _now, _now);
        if (_random.Next(12) == 0)
        {
            Busy(person.Reference, 12, () =>
            {
                Tell("A11", person, _now, _now);
                _in.Remove(person.Reference);
            });
        }
    }

    private Inpatient Come(SiteKey ward, string bed, DateTimeOffset admitted, DateTimeOffset recorded)
    {
        var person = new Inpatient(string.Create(CultureInfo.InvariantCulture, $"SH{700000 + ++_people}"), ward, bed, admitted, admitted);
        _in[person.Reference] = person;
        Tell("A01", person, admitted, recorded, visit => visit with { AdmittedAt = admitted });
        return person;
    }

    private void Move(Inpatient person, (SiteKey Ward, string Bed) to)
    {
        var moved = person with { Ward = to.Ward, Bed = to.Bed, ArrivedAt = _now };
        _in[person.Reference] = moved;
        Enter("A02", moved, late: _random.Next(20) == 0);
        if (_random.Next(30) == 0 && !_busy.Contains(person.Reference))
        {
            _kept.Add((person.Ward, person.Bed));
            Busy(person.Reference, 8, () =>
            {
                _kept.Remove((person.Ward, person.Bed));
                _in[person.Reference] = person;
                Tell("A12", person, moved.ArrivedAt, _now);
            });
        }
    }

    private void Swap(Inpatient one, Inpatient other)
    {
        var (first, second) = (one with { Ward = other.Ward, Bed = other.Bed, ArrivedAt = _now }, other with { Ward = one.Ward, Bed = one.Bed, ArrivedAt = _now });
        (_in[one.Reference], _in[other.Reference]) = (first, second);
        Send(new(Id(), "A17", _now, _now, [Visit(first), Visit(second)]));
    }

    private void Leave(Inpatient person)
    {
        _in.Remove(person.Reference);
        Enter("A03", person, late: _random.Next(15) == 0, visit => visit with { DischargedAt = _now, Destination = Destinations[_random.Next(Destinations.Length)], Method = "1" });
        _kept.Add((person.Ward, person.Bed));
        var comesBack = _random.Next(12) == 0 && !_busy.Contains(person.Reference);
        Bed(person, "H");
        Later(comesBack ? 10 : 45, () =>
        {
            _kept.Remove((person.Ward, person.Bed));
            Bed(person, comesBack ? "O" : "U");
            if (comesBack)
            {
                _in[person.Reference] = person;
                Tell("A13", person, _now, _now);
            }
        });
    }

    /// <summary>Enters what happened now, or in an hour or two. Nothing else happens to the person until then.</summary>
    private void Enter(string trigger, Inpatient person, bool late, Func<AdtVisit, AdtVisit>? more = null)
    {
        var happened = _now;
        var visit = (more ?? (each => each))(Visit(person));
        if (late)
        {
            Busy(person.Reference, _random.Next(20, 120), () => Tell(trigger, person, happened, _now, _ => visit));
        }
        else
        {
            Tell(trigger, person, happened, _now, _ => visit);
        }
    }

    private void Tell(string trigger, Inpatient person, DateTimeOffset happened, DateTimeOffset recorded, Func<AdtVisit, AdtVisit>? more = null) =>
        Send(new(Id(), trigger, recorded, happened == recorded ? null : happened, [(more ?? (each => each))(Visit(person))]));

    private void Bed(Inpatient person, string status) => Send(new(Id(), "A20", _now, null, [new(new(), Location: LocationOf(person.Ward, person.Bed), BedStatus: status)]));

    private AdtVisit Visit(Inpatient person) => new(
        new(person.Reference), Location: LocationOf(person.Ward, person.Bed), Class: "I");

    private AdtLocation LocationOf(SiteKey ward, string bed)
    {
        var parts = bed.Split('-');
        return new(_wards.First(each => each.Key == ward).Code, parts[0], parts[1], "SHH");
    }

    /// <summary>Most messages go at once; some wait on the way, and a few come twice.</summary>
    private void Send(AdtMessage message)
    {
        var at = _now.AddMinutes(_random.Next(60) == 0 ? _random.Next(3, 20) : 0);
        _outgoing.Enqueue(new(at, message), (at, _messages));
        if (_random.Next(150) == 0)
        {
            _outgoing.Enqueue(new(at.AddMinutes(5), message), (at.AddMinutes(5), _messages));
        }
    }

    private void Busy(string reference, int minutes, Action then)
    {
        _busy.Add(reference);
        Later(minutes, () =>
        {
            _busy.Remove(reference);
            then();
        });
    }

    private void Later(int minutes, Action then) => _later.Enqueue(then, (_now.AddMinutes(minutes), ++_messages));

    private string Id() => string.Create(CultureInfo.InvariantCulture, $"{_begin.ToUnixTimeSeconds()}-{++_messages}");

    private Inpatient? Anybody(Func<Inpatient, bool>? suits = null)
    {
        var free = _in.Values.Where(each => !_busy.Contains(each.Reference) && (suits is null || suits(each))).ToList();
        return free.Count == 0 ? null : free[_random.Next(free.Count)];
    }

    private (SiteKey Ward, string Bed)? FreeBed(HospitalWard ward)
    {
        var taken = _in.Values.Where(each => each.Ward == ward.Key).Select(each => each.Bed).ToHashSet();
        var free = ward.BedLabels().Where(bed => !taken.Contains(bed) && !_kept.Contains((ward.Key, bed))).ToList();
        return free.Count == 0 ? null : (ward.Key, free[_random.Next(free.Count)]);
    }

    /// <param name="aDay">How often on a day.</param>
    private bool Happens(double aDay) => _random.NextDouble() < aDay / (24 * 60);

    /// <summary>Most of it happens between two hours.</summary>
    private static double Share(int hour, int from, int to) => hour >= from && hour < to ? 1.5 : 0.35;
}

/// <summary>A ward of the invented hospital.</summary>
/// <param name="Code">The ward as its messages write it.</param>
internal sealed record HospitalWard(SiteKey Key, string Code, int Beds)
{
    private const int BedsInABay = 6;

    public IEnumerable<string> BedLabels() => Enumerable.Range(0, Beds).Select(number => string.Create(CultureInfo.InvariantCulture, $"{number / BedsInABay + 1}-{number % BedsInABay + 1:00}"));
}
