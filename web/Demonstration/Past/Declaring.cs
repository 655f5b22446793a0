using CapacityBoard.Beds;
using CapacityBoard.Sites;

namespace CapacityBoard.Demonstration.Past;

/// <summary>
/// What sites declare day by day: homes and agencies in the morning, units twice a day, wards every four hours.
/// </summary>
internal sealed class Declaring(Scene scene)
{
    private readonly Random _random = scene.Random;

    /// <summary>
    /// How many beds of a line its site tends to have free: above that people from home fill more, below that fewer become free.
    /// </summary>
    private readonly Dictionary<(SiteKey, BedType), int> _free = [];

    public void PlanDay(PlannedSite site, DateOnly day)
    {
        if (scene.Town.Find(site.Key).Capacity.Lines.IsEmpty)
        {
            return;
        }

        switch (site.Kind)
        {
            case SiteKind.Ward:
                Enumerable.Range(0, 6).ToList().ForEach(number => Say(site, _random.In(day, number * 4 + 1, number * 4 + 1.5), Confirm));
                break;
            case SiteKind.IntermediateCareUnit:
                Say(site, _random.In(day, 8, 9), Confirm);
                Say(site, _random.In(day, 19, 20), Confirm);
                break;
            default:
                PlanPlace(site, day);
                break;
        }
    }

    private void PlanPlace(PlannedSite site, DateOnly day)
    {
        if (!_random.Chance(Rhythm.IsWeekend(day) ? 0.7 : 0.97))
        {
            return;
        }

        Say(site, _random.In(day, 7.4, 11), Declare);
        if (_random.Chance(0.25))
        {
            Say(site, _random.In(day, 13, 19), Confirm);
        }

        if (site.Kind == SiteKind.CareHome && _random.Chance(0.03))
        {
            Say(site, _random.In(day, 9, 16), Expect);
        }

        if (site.Kind == SiteKind.CareHome && _random.Chance(0.0008 * scene.SeasonOn(day)))
        {
            Say(site, _random.In(day, 10, 15), Suspend);
        }
    }

    private void Say(PlannedSite site, DateTimeOffset at, Action<Site> say) => scene.At(at, () => say(scene.Town.Find(site.Key)));

    private void Confirm(Site site) => scene.Town.Tell(site.Key, new ConfirmUnchanged());

    private void Declare(Site site)
    {
        var changed = site.Capacity.Lines.Select(line => (Before: line, Now: Changed(site, line))).ToList();
        if (changed.All(line => line.Before == line.Now))
        {
            Confirm(site);
            return;
        }

        scene.Town.Tell(site.Key, new DeclareVacancies([.. changed.Select(line => new DeclaredLine(
            line.Now.Type, line.Now.Total, line.Now.Occupied, line.Now.Closed, line.Now.ClosedBecause,
            new(line.Before.Total, line.Before.Occupied, line.Before.Closed)))]));
    }

    private BedLine Changed(Site site, BedLine line)
    {
        var free = site.Capacity.Unpromised(line, scene.Now);
        var wanted = Wanted(site, line.Type);
        var isQuick = site.Kind == SiteKind.HomeCareProvider;
        if (line.Closed > 0 && _random.Chance(0.12))
        {
            return line with { Closed = line.Closed - 1 };
        }

        if (free < wanted && line.Occupied > 0 && _random.Chance(isQuick ? 0.6 : 0.3))
        {
            return line with { Occupied = line.Occupied - 1 };
        }

        if (free > wanted && _random.Chance(isQuick ? 0.5 : 0.25))
        {
            return line with { Occupied = line.Occupied + 1 };
        }

        return free > 0 && line.Closed == 0 && _random.Chance(0.008) ? line with { Closed = 1, ClosedBecause = _random.Of(Phrases.ClosedBeds) } : line;
    }

    private int Wanted(Site site, BedType type)
    {
        if (!_free.TryGetValue((site.Key, type), out var wanted) || _random.Chance(0.04))
        {
            wanted = _random.Chance(0.45) ? 0 : _random.Next(1, 4);
            _free[(site.Key, type)] = wanted;
        }

        return wanted;
    }

    private void Expect(Site site)
    {
        var line = _random.Of(site.Capacity.Lines);
        var at = scene.Now.AddHours(_random.Next(5, 44));
        if (site.Capacity.Expected.Length < 2
            && scene.Town.Tell(site.Key, new ExpectVacancy(line.Type, at, _random.Of(Phrases.ExpectedVacancies))) is { } expected)
        {
            SiteCommand end = _random.Chance(0.82) ? new ConfirmExpectedVacancy(expected) : new CancelExpectedVacancy(expected, "Resident stays after all");
            scene.At(at.AddHours(5 * _random.NextDouble()), () => scene.Town.Tell(site.Key, end));
        }
    }

    private void Suspend(Site site)
    {
        if (!site.Capacity.Suspensions.IsEmpty)
        {
            return;
        }

        var until = scene.Now.AddDays(_random.Next(5, 11));
        scene.Town.Tell(site.Key, new SuspendPlacements(_random.Of(Phrases.Outbreaks), Until: until), "Infection control");
        if (_random.Chance(0.6))
        {
            scene.At(until.AddDays(-1), () => scene.Town.Tell(site.Key, new LiftSuspension(), "Infection control"));
        }
    }
}
