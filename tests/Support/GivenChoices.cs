using System.Text.Json;
using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Choices;
using CapacityBoard.Holds;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui;

namespace CapacityBoard.Support;

/// <summary>A person on a ward, their needs and places around them, all recorded through the product's own decisions.</summary>
internal sealed class GivenChoices
{
    public const string Person = "W-1";
    public const BedType Type = BedType.GeneralNursing;

    /// <summary>The place from which these tests measure distances.</summary>
    public static readonly Place Near = new("SK2", new(53.4, -2.1), 3, false);

    private static readonly TimeSpan Stale = TimeSpan.FromHours(60);
    private static readonly TimeSpan Ageing = TimeSpan.FromHours(30);

    private readonly GivenBoard _board = GivenBoard.WithWard();
    private readonly List<SiteKey> _places = [];

    public GivenChoices(Needs? needs = null, string? home = "stockport") => _board
        .Says(From, new AdmitStay(Person, "1", null, AgeBand.From85, GivenBoard.Start.AddDays(-20), home))
        .Says(From, new SetNeeds(Person, needs ?? new([Type])));

    public static SiteKey From => GivenBoard.Ward;

    public GivenBoard Board => _board;

    public DateTimeOffset Now => _board.Now;

    public Stay Stay => _board.Find(From).Stays.Find(Person)!;

    public Needs Needs => Stay.Plan!.Needs!;

    public IEnumerable<Site> Sites => _places.Append(From).Select(_board.Find);

    /// <summary>The key of a place with this name, in <c>stockport</c> unless the name has a locality.</summary>
    public static SiteKey Key(string name) => name.Contains('/', StringComparison.Ordinal) ? SiteKey.Parse(name) : SiteKey.Of("stockport", name);

    /// <summary>A position this many kilometres north of <see cref="Near"/>.</summary>
    public static Position North(double kilometres) => Near.Position with { Latitude = Near.Position.Latitude + kilometres / 111.195 };

    /// <summary>A care home with ten beds, this many of them free.</summary>
    public GivenChoices Home(string name, int free = 1, BedType type = Type, CqcRating rating = CqcRating.Good, double? kilometres = 1, TimeSpan? ago = null) =>
        Registered(name, rating: rating, kilometres: kilometres).Ago(ago ?? TimeSpan.Zero, name, GivenBoard.Declare(10, 10 - free, type: type));

    public GivenChoices StaleHome(string name) => Home(name, ago: Stale);

    public GivenChoices AgeingHome(string name) => Home(name, ago: Ageing);

    /// <summary>A place that has declared no figures yet.</summary>
    public GivenChoices Registered(string name, SiteKind kind = SiteKind.CareHome, CqcRating rating = CqcRating.Good, double? kilometres = 1)
    {
        _places.Add(Key(name));
        _board.And(Key(name), new SiteDetails(kind, Labels.OfPart(Key(name).Name), Position: kilometres is { } distance ? North(distance) : null, Rating: rating));
        return this;
    }

    public GivenChoices Says(string name, params IEnumerable<SiteCommand> commands)
    {
        foreach (var command in commands)
        {
            _board.Says(Key(name), command);
        }

        return this;
    }

    public GivenChoices Ago(TimeSpan age, string name, SiteCommand command)
    {
        var now = Now;
        _board.At(now - age).Says(Key(name), command).At(now);
        return this;
    }

    /// <summary>Holds a bed for a person; the place then declines.</summary>
    public GivenChoices Declined(string name, TimeSpan ago, string stay = Person)
    {
        var operation = $"hold-{name}";
        var now = Now;
        _board.At(now - ago)
            .Says(Key(name), new PlaceHold(Type, stay, From: From), operation)
            .Says(Key(name), new DeclineHold(operation, "Cannot meet the needs"))
            .At(now)
            .Says(Key(name), new ConfirmUnchanged());
        return this;
    }

    public ChoiceList Make(Place? near = null) => ChoiceLists.Make(new(From, Stay, Needs, near ?? Near), Sites, _board.Policies, Now, _board.Entries.Count);

    /// <summary>The choice list without distances.</summary>
    public ChoiceList MakeWithoutDistances() => ChoiceLists.Make(new(From, Stay, Needs, null), Sites, _board.Policies, Now, _board.Entries.Count);
}

internal static class ChoiceListReading
{
    public static IEnumerable<string> Names(this IEnumerable<ListedSite> sites) => sites.Select(site => site.Site.Name);

    public static ListedSite Only(this IEnumerable<ListedSite> sites) => sites.ShouldHaveSingleItem();

    public static IEnumerable<ExclusionReason> Why(this ChoiceList list, string name) =>
        list.Excluded.Single(site => site.Site == GivenChoices.Key(name)).Reasons.Select(reason => reason.Reason);

    public static string Json(this ChoiceList list) => JsonSerializer.Serialize(list, DomainJson.Options);

    public static IEnumerable<string> Texts(this IEnumerable<Remark> remarks) => remarks.Select(remark => remark.Text);
}
