using CapacityBoard.Beds;
using CapacityBoard.Sites;

namespace CapacityBoard.GrandRounds;

/// <summary>The wards of a hospital over time, told what the same decisions as in the product record.</summary>
internal sealed class GivenHospital
{
    public const string Hospital = "stepping-hill";

    private readonly Dictionary<SiteKey, Site> _sites = [];
    private int _operations;

    public GivenHospital(params string[] wards)
    {
        foreach (var ward in wards)
        {
            _sites[Key(ward)] = Site.Empty(SiteKind.Ward, Key(ward));
            Says(ward, new RegisterSite(new(SiteKind.Ward, $"Ward {ward.ToUpperInvariant()}", Hospital: "Stepping Hill Hospital")), new DeclareVacancies([new(BedType.Inpatient, 60, 0)]));
        }
    }

    /// <summary>Wednesday, at nine, in winter time: a day of the round.</summary>
    public DateTimeOffset Now { get; private set; } = new(2026, 3, 4, 9, 0, 0, TimeSpan.Zero);

    public IReadOnlyCollection<Site> Sites => [.. _sites.Values];

    public static SiteKey Key(string ward) => SiteKey.OfWard("stockport", Hospital, ward);

    public GivenHospital Says(string ward, params IEnumerable<SiteCommand> commands)
    {
        foreach (var command in commands)
        {
            Try(ward, command, "The ward").ShouldBeNull($"what is given was refused: {command}");
        }

        return this;
    }

    public Refusal? Try(string ward, SiteCommand command, string by)
    {
        var site = _sites[Key(ward)];
        var operation = $"operation-{++_operations}";
        var decision = SiteDecisions.Decide(command, site, new(Now, operation));
        foreach (var happened in decision.Events)
        {
            site = site.Apply(new(_operations, site.Key, site.Version + 1, Now, by, operation, happened));
        }

        _sites[site.Key] = site;
        return decision.Refusal;
    }

    public GivenHospital At(DateTimeOffset now)
    {
        Now = now;
        return this;
    }

    public Site Ward(string ward) => _sites[Key(ward)];
}
