using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using CapacityBoard.Beds;
using CapacityBoard.Enquiries;
using CapacityBoard.Feeds;
using CapacityBoard.Fees;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Access.Leaks;

/// <summary>Two localities in which nothing is said twice: each word and name is a secret of its own.</summary>
public sealed class LeakWorld : IAsyncLifetime
{
    internal const string Own = "stockport";
    internal const string Other = "trafford";

    internal static readonly SiteKey Ward = SiteKey.OfWard(Own, "the-hospital", "a1");
    internal static readonly SiteKey NextWard = SiteKey.OfWard(Own, "the-hospital", "b1");
    internal static readonly SiteKey FarWard = SiteKey.OfWard(Other, "the-general", "t1");
    internal static readonly SiteKey Unit = SiteKey.Of(Own, "marbury-house");
    internal static readonly SiteKey Home = SiteKey.Of(Own, "the-limes");
    internal static readonly SiteKey OtherHome = SiteKey.Of(Own, "the-oaks");
    internal static readonly SiteKey SuspendedHome = SiteKey.Of(Own, "the-elms");
    internal static readonly SiteKey ClosedHome = SiteKey.Of(Own, "the-ashes");
    internal static readonly SiteKey Agency = SiteKey.Of(Own, "good-hands");
    internal static readonly SiteKey FarHome = SiteKey.Of(Other, "fernlea");
    internal static readonly SiteKey FarClosedHome = SiteKey.Of(Other, "the-firs");

    public TestBoard Board { get; } = new();

    /// <summary>A moment before some people moved on.</summary>
    public DateTimeOffset Then { get; private set; }

    /// <summary>Somebody of each role, and of some at other places too; the one to whom the others' looks are told comes last.</summary>
    internal IReadOnlyList<Onlooker> Onlookers { get; private set; } = [];

    internal Secrets Secrets { get; } = new();

    /// <summary>The references of all people.</summary>
    internal IReadOnlyList<string> People { get; private set; } = [];

    internal static IReadOnlyDictionary<SiteKey, SiteKind> Sites { get; } = new Dictionary<SiteKey, SiteKind>
    {
        [Ward] = SiteKind.Ward,
        [NextWard] = SiteKind.Ward,
        [FarWard] = SiteKind.Ward,
        [Unit] = SiteKind.IntermediateCareUnit,
        [Home] = SiteKind.CareHome,
        [OtherHome] = SiteKind.CareHome,
        [SuspendedHome] = SiteKind.CareHome,
        [ClosedHome] = SiteKind.CareHome,
        [Agency] = SiteKind.HomeCareProvider,
        [FarHome] = SiteKind.CareHome,
        [FarClosedHome] = SiteKind.CareHome,
    };

    public async ValueTask InitializeAsync()
    {
        await Board.InitializeAsync();
        foreach (var site in Sites.Keys)
        {
            await Place(site);
        }

        await Say(SuspendedHome, new SuspendPlacements(WordOf(SuspendedHome, "suspended because")), NameOf(SuspendedHome, "suspended by"));
        await Say(Home, new StateFees(new(950, Note: "For families to read")), NameOf(Home, "fees stated by"));
        await Say(OtherHome, new AgreeTrustedAssessment(Secrets.New(SecretKind.Site, "agreed with", [Scope.Of(OtherHome)])), Secrets.New(SecretKind.Site, "agreed by", [Scope.Of(OtherHome)], isAudited: true));
        var (leaver, mover) = (new LeakPerson(this, NextWard, Own, Home), new LeakPerson(this, Ward, Own, Home, NextWard));
        LeakPerson[] people =
        [
            leaver, mover, new(this, Ward, Own, Home), new(this, Ward, Other, Home), new(this, NextWard, Own, Home), new(this, FarWard, Own, Home),
            new(this, FarWard, Other, FarHome), new(this, Unit, Own, Home),
        ];
        People = [.. people.Select(person => person.Reference)];
        await Task.WhenAll(people.Select(person => person.Live(OtherHome)));
        Then = Board.Clock.GetUtcNow();
        await leaver.Leave();
        await mover.Move(NextWard);
        await HospitalSystem(People[2]);
        Onlookers = await LookingAt(Board);
        await using var shown = await Board.ScreenShowing((await Board.ReadBoard(Own)).Version, Own);
        await using var alsoShown = await Board.ScreenShowing((await Board.ReadBoard(Other)).Version, Other);
    }

    /// <summary>The hospital's own system has somebody on another ward than the board, and somebody whose ward nobody mapped.</summary>
    private async Task HospitalSystem(string person)
    {
        var feeds = Board.Services.GetRequiredService<KnownFeeds>();
        (await feeds.SetUp(Ward.HospitalKey!, new("Lorenzo", "", "", ReferenceField.VisitNumber, ["I"], [new("NEXT", NextWard)]), "Ida Smith")).ShouldBeNull();
        foreach (var place in new[] { "NEXT", "NOWHERE" })
        {
            await feeds.Of(Ward.HospitalKey!).Receive(new(place, "A02", Board.Clock.GetUtcNow().AddDays(-20), null, [new(new(person), Location: new(place, "1", "01"))]));
        }
    }

    public ValueTask DisposeAsync() => Board.DisposeAsync();

    /// <summary>Does something, in somebody's name; the answer is the operation's id.</summary>
    internal async Task<string> Say(SiteKey site, SiteCommand command, string by)
    {
        var name = command is BeginTransfer ? "transfer-stay" : JsonNamingPolicy.KebabCaseLower.ConvertName(command.GetType().Name);
        var address = $"{SiteApi.AddressOf(Sites[site], site)}/{name}";
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = ApiUser.Json(command) };
        request.Headers.Add("Acting-As", by);
        using var response = await Board.Http.SendAsync(request).Within($"{address} is answered");
        return (await Answer.Of(response)).ThenAccepted().Operation;
    }

    /// <summary>Something that a board says of a site.</summary>
    internal string WordOf(SiteKey site, string what, bool isAudited = false) =>
        Secrets.New(SecretKind.Board, $"{what}, {site}", [Scope.Of(site), Scope.Parse(site.Locality)], isAudited);

    internal string NameOf(SiteKey site, string what) => WordOf(site, what, isAudited: true);

    internal Task Close(SiteKey home) => Say(home, new CloseSite(WordOf(home, "site closed because")), NameOf(home, "site closed by"));

    internal static bool RecordsStays(SiteKey site) => Sites[site].RecordsStays();

    private async Task Place(SiteKey site)
    {
        var details = new SiteDetails(Sites[site], site.Name, Hospital: site.Hospital, Telephone: TelephoneOf(site));
        (await Board.Send(HttpMethod.Put, SiteApi.AddressOf(Sites[site], site), ApiUser.Json(details))).ThenAccepted();
        if (site == ClosedHome || site == FarClosedHome)
        {
            await Close(site);
        }
        else
        {
            var (occupied, by) = RecordsStays(site) ? (0, "A ward clerk") : (4, NameOf(site, "declared by"));
            await Say(site, new DeclareVacancies([new(TypeAt(site), 40, occupied, 2, WordOf(site, "closed because"))]), by);
            await (site.Hospital is null ? Expect(site) : Task.CompletedTask);
        }

        await Board.OnTheBoard(site.Locality);
    }

    private Task<string> Expect(SiteKey site)
    {
        string Word(string what, bool isAudited = false) => Secrets.New(SecretKind.Site, $"{what}, {site}", [Scope.Of(site)], isAudited);
        return Say(site, new ExpectVacancy(TypeAt(site), Board.Clock.GetUtcNow().AddHours(3), Word("expected because")), Word("expected by", isAudited: true));
    }

    /// <summary>
    /// Whoever sees a person is told the telephones of their ward and of the places that fit them, or keep a bed for them. The homes that they came from
    /// are told their ward's.
    /// </summary>
    private string TelephoneOf(SiteKey site)
    {
        Scope[] at = [Scope.Of(site), Scope.Parse(site.Locality)];
        return RecordsStays(site) || site == Home || site == OtherHome || site == FarHome
            ? Secrets.Telephone(SecretKind.Choice, $"telephone, {site}", [.. at, .. RecordsStays(site) ? (Scope[])[Scope.Of(Home), Scope.Of(FarHome)] : [], .. Sites.Keys.Where(RecordsStays).Select(Scope.Of), Scope.Parse(Own), Scope.Parse(Other)])
            : Secrets.Telephone(SecretKind.Board, $"telephone, {site}", at);
    }

    private static async Task<IReadOnlyList<Onlooker>> LookingAt(TestBoard board) =>
    [
        await Onlooker.OnTheWall(board, Own),
        await Onlooker.With(board, Role.Viewer, Own),
        await Onlooker.With(board, Role.Commissioner, Own),
        await Onlooker.With(board, Role.CareProvider, Home.Value),
        await Onlooker.With(board, Role.CareProvider, Unit.Value),
        await Onlooker.With(board, Role.TrustedAssessor, OtherHome.Value),
        await Onlooker.With(board, Role.Ward, Ward.Value),
        await Onlooker.With(board, Role.GrandRound, $"{Own}/{Ward.Hospital}"),
        await Onlooker.With(board, Role.TransferTeam, Own),
        await Onlooker.With(board, Role.TransferTeam, Other),
        await Onlooker.With(board, Role.Administrator, Own),
        await Onlooker.With(board, Role.Monitor, "*"),
        await Onlooker.With(board, Role.Assessor, $"{Own}/{Ward.Hospital}"),
        await Onlooker.With(board, Role.HospitalSystem, $"{Own}/{Ward.Hospital}"),
    ];

    internal static BedType TypeAt(SiteKey site) => BedTypes.Of(Sites[site]) is var types && types.Contains(ApiUser.Type) ? ApiUser.Type : types[0];
}
