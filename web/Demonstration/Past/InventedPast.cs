using System.Globalization;
using CapacityBoard.Journal;
using CapacityBoard.Sites;

namespace CapacityBoard.Demonstration.Past;

/// <summary>
/// The events of an invented Stockport between two instants, always identical for the same instants. The product's own decisions
/// made every event, and at the end the long stays match those of 2018. The demonstration starts with its last weeks; load tests
/// use a year of it.
/// </summary>
internal sealed class InventedPast(DateTimeOffset begin, DateTimeOffset end)
{
    private const int Seed = 2018;

    private readonly IReadOnlyList<PlannedSite> _sites = new StockportPlan().Sites();

    private Town? _town;

    public DateTimeOffset Begin => begin;

    public DateTimeOffset End => end;

    /// <summary>The number of events, once all are recorded.</summary>
    public long Events => _town?.Position ?? 0;

    /// <summary>The number of commands that were refused.</summary>
    public int Refused => _town?.Refused ?? 0;

    /// <summary>The sites as the recorded events leave them.</summary>
    public IEnumerable<Site> Sites => _town is { } town ? _sites.Select(site => town.Find(site.Key)) : [];

    /// <summary>The id of the last operation, which shows that a journal contains the whole past.</summary>
    public static string LastOperation { get; } = "past-ends";

    public static string Operation(long number) => string.Create(CultureInfo.InvariantCulture, $"past-{number}");

    /// <summary>What to record, in order of time, in an otherwise empty journal.</summary>
    public IEnumerable<Append> Appends()
    {
        var scene = new Scene(_sites, begin, end, Seed);
        var life = new TownLife(scene);
        _town = scene.Town;
        scene.Town.GoOnTo(begin);
        life.Begin();
        while (scene.Agenda.Next(end) is (var at, var act))
        {
            foreach (var append in scene.Town.Recorded())
            {
                yield return append;
            }

            scene.Town.GoOnTo(at);
            act();
        }

        scene.Town.GoOnTo(end);
        scene.Town.Tell(LastSite, new Beds.ConfirmUnchanged(), operation: LastOperation);
        foreach (var append in scene.Town.Recorded())
        {
            yield return append;
        }
    }

    /// <summary>The site of the last operation.</summary>
    public static SiteKey LastSite { get; } = StockportPlan.Hospitals[^1].Wards[^1].Key;
}
