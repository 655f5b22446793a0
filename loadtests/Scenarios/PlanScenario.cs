using System.Diagnostics;
using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Journal;
using CapacityBoard.Plans;
using CapacityBoard.Policies;
using CapacityBoard.Reports;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Scenarios;

/// <summary>
/// A plan for 300 people who wait and 300 places with a free bed, each of which suits everybody by its type and about half of them by its distance. It is made in this process,
/// without a server.
/// </summary>
internal sealed class PlanScenario : IScenario
{
    private const int People = 300;
    private const int Places = 300;
    private const int Plans = 20;
    private const double WithinKilometres = 10;

    private static readonly DateTimeOffset Now = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);
    private static readonly SiteKey Ward = SiteKey.OfWard("load-0", "hospital", "a1");

    public string Name => "plan";

    public Task<IReadOnlyList<Figure>> Measure(ICollection<Chart> charts)
    {
        var random = new Random(1);
        var sites = Enumerable.Range(0, Places).Select(home => Home(home, Somewhere(random))).ToList();
        var ward = Site.Empty(SiteKind.Ward, Ward);
        var places = Enumerable.Range(0, People).Select(_ => new Place("Somewhere", Somewhere(random), 1, IsExact: true)).ToList();
        var people = Enumerable.Range(0, People).Select(person => new KnownStay(ward, Waiting(person, random))).ToList();
        var times = new List<double>();
        for (var plan = 0; plan <= Plans; plan++)
        {
            var started = Stopwatch.GetTimestamp();
            _ = PlacementPlan.Of(people, sites, _ => [], person => places[int.Parse(person.Stay.Reference, null)], new LocalityPolicies(), Now);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        // The first also loads the solver and compiles the code, as the first plan of a process does.
        var later = times.Skip(1).Order().ToList();
        return Task.FromResult<IReadOnlyList<Figure>>(
        [
            new($"first plan, {People} people and {Places} places", times[0], "ms"),
            new("plan p50", later[Plans / 2], "ms"),
            new("slowest plan", later[^1], "ms", AtMost: 500),
        ]);
    }

    private static Position Somewhere(Random random) => new(53.3 + random.NextDouble() * 0.15, -2.2 + random.NextDouble() * 0.25);

    private static Site Home(int home, Position position)
    {
        var key = LoadHomes.Town.Key(home);
        SiteEvent[] events = [new SiteRegistered(LoadHomes.Details(home) with { Position = position, Rating = (CqcRating)(home % 5) }), LoadHomes.Declared(LoadHomes.Beds - 1)];
        return events.Index().Aggregate(
            Site.Empty(SiteKind.CareHome, key), (site, each) => site.Apply(new JournalEntry(each.Index + 1, key, each.Index + 1, Now.AddHours(-1), "load", $"{each.Index}", each.Item)));
    }

    private static Stay Waiting(int person, Random random)
    {
        var needs = new Needs([BedType.DementiaNursing, BedType.GeneralNursing], Nursing: true, Wished: [LoadHomes.Town.Key(random.Next(Places))], Near: "Somewhere", WithinKilometres: WithinKilometres);
        return new(
            $"{person}", $"{person}", BedType.Inpatient, AgeBand.From85, Now.AddDays(-100), Now.AddDays(-100), "load-0",
            Optimised: new(Now.AddHours(-random.Next(1, 1500)), "load"), Plan: DischargePlan.Empty with { Needs = needs });
    }
}
