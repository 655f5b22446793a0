using CapacityBoard.Beds;
using CapacityBoard.Journal;
using CapacityBoard.Policies;
using CapacityBoard.Reports.Facts;
using CapacityBoard.Sites;
using CapacityBoard.Ui;

namespace CapacityBoard.Reports;

/// <summary>
/// Two localities whose sites record what they decide: Stockport with a hospital of two wards, a unit and a care home, and
/// Manchester with a ward in which people from Stockport are.
/// </summary>
internal sealed class RecordedLocalities
{
    public const string Locality = "stockport";

    public static readonly SiteKey Ward = SiteKey.OfWard(Locality, "stepping-hill", "a1");
    public static readonly SiteKey OtherWard = SiteKey.OfWard(Locality, "stepping-hill", "b2");
    public static readonly SiteKey Unit = SiteKey.Of(Locality, "opal-house");
    public static readonly SiteKey Home = SiteKey.Of(Locality, "the-limes");
    public static readonly SiteKey Elsewhere = SiteKey.OfWard("manchester", "wythenshawe", "f5");

    public static readonly SiteKey[] Everywhere = [Ward, OtherWard, Unit, Home, Elsewhere];

    private readonly Dictionary<SiteKey, Site> _sites = [];

    public RecordedLocalities(DateTimeOffset start)
    {
        Now = start;
        foreach (var key in Everywhere)
        {
            var kind = KindOf(key);
            _sites[key] = Site.Empty(kind, key);
            Says(key, new RegisterSite(new(kind, Labels.OfPart(key.Name), Hospital: key.Hospital is { } hospital ? Labels.OfPart(hospital) : null)));
            Says(key, new DeclareVacancies([.. BedTypes.Of(kind).Take(2).Select(type => new DeclaredLine(type, 6, 0))]));
        }
    }

    public DateTimeOffset Now { get; private set; }

    public FactBook Book { get; } = new();

    public LocalityPolicies Policies { get; } = new();

    public List<JournalEntry> Entries { get; } = [];

    public KnownFacts Facts => Book.Of(Locality);

    public Site StateOf(SiteKey key) => _sites[key];

    public RecordedLocalities After(TimeSpan time)
    {
        Now += time;
        return this;
    }

    /// <summary>What is recorded from now on is recorded at a time by the clocks of the United Kingdom.</summary>
    public RecordedLocalities At(string local)
    {
        Now = At(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture));
        return this;
    }

    public static DateTimeOffset At(DateTime local) => LocalDay.FromLocal(local).ToUniversalTime();

    /// <summary>A care home that says nothing.</summary>
    public RecordedLocalities Registers(string name)
    {
        var key = SiteKey.Of(Locality, name);
        _sites[key] = Site.Empty(SiteKind.CareHome, key);
        return Says(key, new RegisterSite(new(SiteKind.CareHome, Labels.OfPart(name))));
    }

    public RecordedLocalities Says(SiteKey key, SiteCommand command)
    {
        Try(key, command).ShouldBeNull($"what is given was refused: {command}");
        return this;
    }

    /// <summary>A site is asked something; why it refused, or null.</summary>
    public Refusal? Try(SiteKey key, SiteCommand command)
    {
        var operation = $"operation-{Entries.Count + 1}";
        var decision = SiteDecisions.Decide(command, _sites[key], new(Now, operation));
        foreach (var happened in decision.Events)
        {
            var (name, json) = EventCatalogue.Write(happened);
            var entry = new JournalEntry(Entries.Count + 1, key, _sites[key].Version + 1, Now, "somebody", operation, EventCatalogue.Current.Read(name, json));
            var before = _sites[key];
            _sites[key] = before.Apply(entry);
            Entries.Add(entry);
            Book.Fold(new(entry, before, _sites[key]));
        }

        return decision.Refusal;
    }

    /// <summary>Up to today; where it is not said for how many days, for all since some days before the first entry.</summary>
    public ReportQuestion Question(int? days = null) =>
        new(Locality, LocalDay.Of(Now).AddDays(1 - (days ?? LocalDay.Midnights(Entries[0].At, Now) + 6)), LocalDay.Of(Now), null, Now);

    private static SiteKind KindOf(SiteKey key) =>
        key.Hospital is not null ? SiteKind.Ward : key == Unit ? SiteKind.IntermediateCareUnit : SiteKind.CareHome;
}
