using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Demonstration;

/// <summary>The demonstration has DOMAIN's figures of Stockport in 2018, on invented homes, and the rules accept all of it.</summary>
public sealed class StockportPlanTests
{
    private static readonly DateTimeOffset Now = new(2018, 10, 3, 9, 0, 0, TimeSpan.Zero);

    private readonly IReadOnlyList<PlannedSite> _sites = new StockportPlan(Now).Sites();

    [Fact]
    public void GivenThePlan_ThenResidentialHomesByRating() => Ratings("Residential homes").ShouldBe(
        [(CqcRating.Outstanding, 1), (CqcRating.Good, 22), (CqcRating.RequiresImprovement, 23), (CqcRating.Inadequate, 2)]);

    [Fact]
    public void GivenThePlan_ThenNursingHomesByRating() => Ratings("Nursing homes").ShouldBe(
        [(CqcRating.NotRated, 1), (CqcRating.Good, 12), (CqcRating.RequiresImprovement, 5), (CqcRating.Inadequate, 2)]);

    [Fact]
    public void GivenThePlan_ThenAgenciesUnitsAndNeighbourhoods()
    {
        _sites.Count(site => site.Kind == SiteKind.HomeCareProvider).ShouldBe(39);
        _sites.Where(site => site.Kind == SiteKind.IntermediateCareUnit).ToDictionary(site => site.Details.Name, site => site.Details.RegisteredBeds)
            .ShouldBe(new Dictionary<string, int?> { ["OPAL House"] = 41, ["Marbury House"] = 41, ["Saffron Ward"] = 18 }, ignoreOrder: true);
        _sites.Where(site => site.Kind == SiteKind.CareHome).Select(site => site.Details.Neighbourhood).Distinct().Count().ShouldBe(8);
    }

    [Fact]
    public void GivenThePlan_ThenEverySiteHasAKeyAndANameOfItsOwn()
    {
        _sites.Select(site => site.Key).ShouldBeUnique();
        _sites.Select(site => (site.Details.Hospital, site.Details.Name)).ShouldBeUnique();
    }

    [Fact]
    public void GivenThePlan_WhenToldToTheSites_ThenEveryCommandIsAccepted()
    {
        foreach (var (planned, site) in _sites.Select(planned => (planned, Tell(planned))))
        {
            site.Details.ShouldBe(planned.Details);
            site.Capacity.Lines.ShouldAllBe(line => line.Occupied + line.Closed + site.Capacity.Held(line.Type, Now) <= line.Total);
        }
    }

    [Fact]
    public void GivenThePlan_ThenSteppingHillHas209StaysOverSevenDaysOf26DaysOnAverageAnd125AreOptimised()
    {
        var stays = _sites.Where(site => site.Details.Hospital == "Stepping Hill Hospital").SelectMany(site => Tell(site).Stays.All).ToList();
        var longs = stays.Where(stay => stay.Midnights(Now) > 7).ToList();

        longs.Count.ShouldBe(209);
        longs.Average(stay => stay.Midnights(Now)).ShouldBe(26, 0.5);
        longs.Count(stay => stay.Optimised is not null).ShouldBeInRange(120, 130);
        stays.Select(stay => stay.Reference).ShouldBeUnique();
        stays.ShouldAllBe(stay => stay.Optimised == null || stay.Optimised.At >= stay.AdmittedAt);
    }

    [Fact]
    public void GivenThePlan_ThenPeopleOfStockportWaitAtWythenshaweToo() => _sites
        .Where(site => site.Details.Hospital == "Wythenshawe Hospital").SelectMany(site => Tell(site).Stays.All)
        .ShouldContain(stay => stay.HomeLocality == "stockport" && stay.Optimised != null);

    [Fact]
    public void GivenThePlan_ThenInadequateHomesAreSuspendedAndSomeNeverDeclared()
    {
        var homes = _sites.Where(site => site.Kind == SiteKind.CareHome).ToList();

        homes.Where(home => home.Details.Rating == CqcRating.Inadequate && !home.First.IsEmpty)
            .ShouldAllBe(home => home.First.OfType<SuspendPlacements>().Any());
        homes.ShouldContain(home => home.First.IsEmpty);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(23)]
    public void GivenAnyHourOfAnyDay_WhenThePlanIsMade_ThenTheRulesAcceptIt(int hour)
    {
        foreach (var day in new[] { new DateTimeOffset(2026, 3, 29, hour, 30, 0, TimeSpan.Zero), new DateTimeOffset(2026, 10, 25, hour, 0, 0, TimeSpan.Zero) })
        {
            foreach (var site in new StockportPlan(day).Sites())
            {
                Tell(site, day);
            }
        }
    }

    [Fact]
    public void GivenTheDirectoryOfRealHomes_ThenNoInventedNameIsOneOfThem()
    {
        var directory = Directory();
        Assert.SkipWhen(directory is null, "The directory of real homes is not beside the project.");

        var real = File.ReadLines(directory).Select(line => SiteKey.PartFrom(line.Split(',')[0])).ToHashSet();
        real.Count.ShouldBeGreaterThan(400);
        _sites.Where(site => site.Kind is SiteKind.CareHome or SiteKind.HomeCareProvider).Select(site => SiteKey.PartFrom(site.Details.Name))
            .Where(real.Contains).ShouldBeEmpty();
    }

    private List<(CqcRating Rating, int Homes)> Ratings(string service) =>
    [
        .. _sites.Where(site => site.Kind == SiteKind.CareHome && site.Details.Services.Contains(service))
            .GroupBy(site => site.Details.Rating).OrderBy(rating => rating.Key).Select(rating => (rating.Key, rating.Count())),
    ];

    private static Site Tell(PlannedSite planned) => Tell(planned, Now);

    private static Site Tell(PlannedSite planned, DateTimeOffset now)
    {
        var board = new GivenBoard().At(now).And(planned.Key, planned.Details);
        foreach (var command in planned.First)
        {
            board.Says(planned.Key, command);
        }

        return board.Find(planned.Key);
    }

    private static string? Directory()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "data", "gm-care-homes-2018-09.csv");
            if (File.Exists(file))
            {
                return file;
            }
        }

        return null;
    }
}
