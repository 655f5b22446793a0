using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Demonstration;

/// <summary>The demonstration has DOMAIN's figures of Stockport in 2018, on invented homes, and the rules accept all of it.</summary>
public sealed class StockportPlanTests
{
    private static readonly DateTimeOffset Now = new(2018, 10, 3, 9, 0, 0, TimeSpan.Zero);

    private readonly IReadOnlyList<PlannedSite> _sites = new StockportPlan().Sites();

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
    public void GivenThePlan_ThenInadequateHomesAreSuspendedAndSomeNeverDeclared()
    {
        var homes = _sites.Where(site => site.Kind == SiteKind.CareHome).ToList();

        homes.Where(home => home.Details.Rating == CqcRating.Inadequate && !home.First.IsEmpty)
            .ShouldAllBe(home => home.First.OfType<SuspendPlacements>().Any());
        homes.ShouldContain(home => home.First.IsEmpty);
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

    private static Site Tell(PlannedSite planned)
    {
        var board = new GivenBoard().At(Now).And(planned.Key, planned.Details);
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
