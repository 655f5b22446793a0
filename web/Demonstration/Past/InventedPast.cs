using System.Globalization;
using CapacityBoard.Journal;
using CapacityBoard.Sites;

namespace CapacityBoard.Demonstration.Past;

/// <summary>
/// What happened in an invented Stockport between two instants: the same for the same instants, to the letter. The
/// product's own decisions have made each event; at the end the long stays are those of 2018. The demonstration
/// begins with its last weeks, load is put on a year of it.
/// </summary>
internal sealed class InventedPast(DateTimeOffset begin, DateTimeOffset end)
{
    private const int Seed = 2018;

    private readonly IReadOnlyList<PlannedSite> _sites = new StockportPlan().Sites();

    private Town? _town;

    public DateTimeOffset Begin => begin;

    public DateTimeOffset End => end;

    /// <summary>How many events were recorded, once all were.</summary>
    public long Events => _town?.Position ?? 0;

    /// <summary>How many commands were refused: what was asked for in vain.</summary>
    public int Refused => _town?.Refused ?? 0;

    /// <summary>The sites as the recorded events leave them.</summary>
    public IEnumerable<Site> Sites => _town is { } town ? _sites.Select(site => town.Find(site.Key)) : [];

    /// <summary>The id of the act by which one sees that all of it is in a journal.</summary>
    public static string LastOperation { get; } = "past-ends";

    public static string Operation(long number) => string.Create(CultureInfo.InvariantCulture, $"past-{number}");

    /// <summary>What is recorded, in the order of its times, in a journal that has nothing else.</summary>
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

    /// <summary>The site that has the last word.</summary>
    public static SiteKey LastSite { get; } = StockportPlan.Hospitals[^1].Wards[^1].Key;
}
