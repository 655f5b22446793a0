using CapacityBoard.Beds;
using CapacityBoard.Sites;

namespace CapacityBoard.Support;

/// <summary>
/// A registered site and a time, for given–when–then tests. The "given" goes through the same decisions as what is tested, so
/// that no test starts from an impossible state.
/// </summary>
internal sealed class GivenSite
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private int _operations;

    private GivenSite(Site site) => Site = site;

    public Site Site { get; private set; }

    public DateTimeOffset Now { get; private set; } = Start;

    public Capacity Capacity => Site.Capacity;

    public static GivenSite Unregistered(SiteKind kind) => new(Site.Empty(kind, KeyOf(kind)));

    public static GivenSite Of(SiteKind kind) => Unregistered(kind).And(new RegisterSite(DetailsOf(kind)));

    /// <summary>A site as it is after other acts.</summary>
    public static GivenSite As(Site site, DateTimeOffset now) => new(site) { Now = now };

    public static GivenSite CareHome() => Of(SiteKind.CareHome);

    public static GivenSite IntermediateCareUnit() => Of(SiteKind.IntermediateCareUnit);

    public static GivenSite Ward() => Of(SiteKind.Ward);

    public static GivenSite HomeCareProvider() => Of(SiteKind.HomeCareProvider);

    public static SiteKey KeyOf(SiteKind kind) => kind == SiteKind.Ward
        ? SiteKey.OfWard("stockport", "stepping-hill-hospital", "a1")
        : SiteKey.Of("stockport", "the-site");

    public static SiteDetails DetailsOf(SiteKind kind) =>
        new(kind, "The Site", Hospital: kind == SiteKind.Ward ? "Stepping Hill Hospital" : null);

    public GivenSite Declared(BedType type, int total, int occupied = 0, int closed = 0) =>
        And(new DeclareVacancies([new(type, total, occupied, closed, closed > 0 ? "staffing" : null)]));

    public GivenSite And(SiteCommand command, string? operation = null, string by = "someone")
    {
        var decision = When(command, operation, by).Decision;
        decision.Refusal.ShouldBeNull($"what is given was refused: {command}");
        return this;
    }

    public GivenSite And(SiteEvent happened)
    {
        Apply(happened, "given", "someone");
        return this;
    }

    public GivenSite After(TimeSpan time)
    {
        Now += time;
        return this;
    }

    public GivenSite At(DateTimeOffset time)
    {
        Now = time;
        return this;
    }

    public Then When(SiteCommand command, string? operation = null, string by = "someone")
    {
        operation ??= $"operation-{++_operations}";
        var before = Site;
        var decision = SiteDecisions.Decide(command, Site, new(Now, operation));
        foreach (var happened in decision.Events)
        {
            Apply(happened, operation, by);
        }

        return new(decision, before, this);
    }

    private void Apply(SiteEvent happened, string operation, string by) =>
        Site = Site.Apply(new(Site.Version + 1, Site.Key, Site.Version + 1, Now, by, operation, happened));
}
