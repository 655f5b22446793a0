using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Journal;
using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Ui;

namespace CapacityBoard.Support;

/// <summary>A locality's board and its sites, given the entries that the product's own decisions record.</summary>
internal sealed class GivenBoard
{
    public const BedType Type = BedType.GeneralNursing;

    /// <summary>A Monday, in winter time.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static readonly SiteKey Home = SiteKey.Of("stockport", "the-limes");
    public static readonly SiteKey OtherHome = SiteKey.Of("stockport", "the-oaks");
    public static readonly SiteKey Unit = SiteKey.Of("stockport", "opal-house");
    public static readonly SiteKey Ward = SiteKey.OfWard("stockport", "stepping-hill-hospital", "a1");

    private readonly Dictionary<SiteKey, Site> _sites = [];

    public GivenBoard() => Board = new("stockport", Policies);

    public LocalityPolicies Policies { get; } = new();

    public LocalityBoard Board { get; }

    public List<JournalEntry> Entries { get; } = [];

    public DateTimeOffset Now { get; private set; } = Start;

    /// <summary>A home with six of its ten beds occupied.</summary>
    public static GivenBoard WithHome() => new GivenBoard().And(Home, SiteKind.CareHome).Says(Home, Declare(10, 6));

    /// <summary>An empty ward of ten beds.</summary>
    public static GivenBoard WithWard() =>
        new GivenBoard().And(Ward, SiteKind.Ward).Says(Ward, new DeclareVacancies([new(BedType.Inpatient, 10, 0)]));

    public static DeclareVacancies Declare(int total, int occupied, int closed = 0, BedType type = Type) =>
        new([new(type, total, occupied, closed, closed > 0 ? "Waiting for staff" : null)]);

    public GivenBoard And(SiteKey key, SiteKind kind) =>
        And(key, new SiteDetails(kind, Labels.OfPart(key.Name), Hospital: kind == SiteKind.Ward ? "Stepping Hill Hospital" : null));

    public GivenBoard And(SiteKey key, SiteDetails details)
    {
        _sites.Add(key, Site.Empty(details.Kind, key));
        return Says(key, new RegisterSite(details));
    }

    public GivenBoard Says(SiteKey key, SiteCommand command, string? operation = null)
    {
        Try(key, command, operation).ShouldBeNull($"what is given was refused: {command}");
        return this;
    }

    /// <summary>Sends a command to a site and returns the refusal, or null.</summary>
    public Refusal? Try(SiteKey key, SiteCommand command, string? operation = null)
    {
        operation ??= $"operation-{Entries.Count + 1}";
        var decision = SiteDecisions.Decide(command, _sites[key], new(Now, operation));
        foreach (var happened in decision.Events)
        {
            var entry = new JournalEntry(Entries.Count + 1, key, _sites[key].Version + 1, Now, "The manager", operation, happened);
            var before = _sites[key];
            _sites[key] = before.Apply(entry);
            Entries.Add(entry);
            Board.Fold(new(entry, before, _sites[key]));
        }

        return decision.Refusal;
    }

    public Site Find(SiteKey key) => _sites[key];

    /// <summary>Sets the locality's policy from an instant.</summary>
    public GivenBoard Sets(LocalityPolicy policy, DateTimeOffset? from = null)
    {
        Policies.Set([new("stockport", from ?? Now, policy)]);
        return this;
    }

    public GivenBoard After(TimeSpan time)
    {
        Now += time;
        return this;
    }

    public GivenBoard At(DateTimeOffset now)
    {
        Now = now;
        return this;
    }

    public GivenBoard Published()
    {
        Publish();
        return this;
    }

    public BoardUpdate? Publish() => Board.Publish(Now);

    public BoardRow Row(SiteKey key) => Board.AsOf(Now).Rows.Single(row => row.Site == key);

    public BoardLine Line(SiteKey key) => Row(key).Lines.ShouldHaveSingleItem();
}
