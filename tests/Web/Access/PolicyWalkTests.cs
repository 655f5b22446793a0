using System.Net;
using CapacityBoard.Access.Gate;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Access;

/// <summary>Somebody of each role asks everything that can be asked, at a site of their own and at one that is not theirs.</summary>
public sealed class PolicyWalkTests(PolicyWalkTests.TwoLocalities places) : IClassFixture<PolicyWalkTests.TwoLocalities>
{
    private const string Own = "stockport";
    private const string Other = "trafford";

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Fact]
    public async Task GivenAllThatCanBeAsked_ThenTheTableNamesEachAndNothingElse()
    {
        var names = (await EveryEndpoint.Of(places.Board)).Select(endpoint => endpoint.Name).Concat(EveryEndpoint.HubMethods()).ToHashSet();

        names.Except(AccessTable.Names).ShouldBeEmpty("not named in the access table");
        AccessTable.Names.Except(names).ShouldBeEmpty("named in the access table and nowhere else");
    }

    [Theory, MemberData(nameof(Roles))]
    public async Task GivenRole_WhenEverythingIsAskedHereAndElsewhere_ThenAnsweredExactlyWhereTheTableAllowsIt(Role role)
    {
        var grants = GrantsOf(role);
        var token = await places.TokenOf(role, grants);
        var wrong = new List<string>();
        foreach (var endpoint in await EveryEndpoint.Of(places.Board))
        {
            foreach (var locality in new[] { Own, Other })
            {
                var status = await places.Ask(endpoint, locality, cookie: await places.CookieOf(role, grants), token);
                var isRefused = status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;
                if (isRefused == IsAllowed(endpoint, locality, grants) || (status == HttpStatusCode.BadRequest && endpoint.IsForm))
                {
                    wrong.Add($"{role} at {locality}: {endpoint} answered {status}");
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Roles))]
    public async Task GivenRole_WhenPeopleAreAskedForHereAndElsewhere_ThenTheirLocalitysOwnAreAnsweredForWhereverTheyAre(Role role)
    {
        var grants = GrantsOf(role);
        var token = await places.TokenOf(role, grants);
        var caller = new Caller(CallerKind.Person, "", "", "", [.. grants]);
        var wrong = new List<string>();
        foreach (var endpoint in (await EveryEndpoint.Of(places.Board)).Where(endpoint => AccessTable.Find(PageOf(endpoint))?.At == AccessPlace.StayInQuery))
        {
            foreach (var (locality, home) in from locality in (string[])[Own, Other] from home in (string[])[Own, Other] select (locality, home))
            {
                var status = await places.Ask(endpoint, locality, await places.CookieOf(role, grants), token, TwoLocalities.PersonFrom(home));
                var isAllowed = new[] { PageOf(endpoint), endpoint.Name }.All(name => AccessTable.Find(name) is { } rule
                    && rule.Allows(caller, PlaceOf(rule, endpoint, locality), rule.At == AccessPlace.StayInQuery ? Scope.Parse(home) : null));
                if (status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden == isAllowed)
                {
                    wrong.Add($"{role} at {locality}, person from {home}: {endpoint} answered {status}");
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenTransferTeam_ThenItSeesItsOwnPersonElsewhereAndNobodyElseThere()
    {
        Grant[] grants = [new(Role.TransferTeam, Scope.Parse(Own))];
        var cookie = await places.CookieOf(Role.TransferTeam, grants);
        var page = (await EveryEndpoint.Of(places.Board)).Single(endpoint => endpoint.Name == "PAGE /People/Stay");

        (await places.Ask(page, Other, cookie, null, TwoLocalities.PersonFrom(Own))).ShouldBe(HttpStatusCode.OK);
        (await places.Ask(page, Other, cookie, null, TwoLocalities.PersonFrom(Other))).ShouldBe(HttpStatusCode.Forbidden);
        (await places.Ask(page, Other, cookie, null, "unknown-1")).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task GivenNobodySignedIn_WhenEverythingIsAsked_ThenOnlyWhatIsPublicIsAnswered()
    {
        var wrong = new List<string>();
        foreach (var endpoint in await EveryEndpoint.Of(places.Board))
        {
            var status = await places.Ask(endpoint, Own, cookie: null, token: null);
            var isRefused = status is HttpStatusCode.Unauthorized or HttpStatusCode.Found;
            if (AccessTable.Find(PageOf(endpoint)) != AccessRule.Public && !isRefused && !(endpoint.IsForm && status == HttpStatusCode.BadRequest))
            {
                wrong.Add($"{endpoint} answered {status}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    /// <summary>At four sites of their own, one of each kind; the whole locality for those who are of no site.</summary>
    private static Grant[] GrantsOf(Role role) => role is Role.CareProvider or Role.Ward
        ? [.. TwoLocalities.SitesOf(Own).Select(site => new Grant(role, Scope.Of(site.Key)))]
        : [new(role, Scope.Parse(Own))];

    private static bool IsAllowed(AskedEndpoint endpoint, string locality, Grant[] grants)
    {
        var caller = new Caller(CallerKind.Person, "", "", "", [.. grants]);
        return new[] { PageOf(endpoint), endpoint.Name }.Distinct().All(name =>
            AccessTable.Find(name) is { } rule && rule.Allows(caller, PlaceOf(rule, endpoint, locality)));
    }

    /// <summary>A form needs its page's permission too.</summary>
    private static string PageOf(AskedEndpoint endpoint) => endpoint.IsForm ? string.Join(' ', endpoint.Name.Split(' ').Take(2)) : endpoint.Name;

    private static Scope? PlaceOf(AccessRule rule, AskedEndpoint endpoint, string locality) => rule.At switch
    {
        AccessPlace.Locality => Scope.Parse(locality),
        AccessPlace.Everywhere => Scope.Everywhere,
        AccessPlace.Site or AccessPlace.SiteInQuery or AccessPlace.StayInQuery => Scope.Of(TwoLocalities.SiteAt(endpoint.Pattern, locality)),
        AccessPlace.Hospital => Scope.Parse(TwoLocalities.SiteAt(endpoint.Pattern, locality).HospitalKey!),
        _ => null,
    };

    /// <summary>A server with a site of every kind in each of two localities, and what is asked of it.</summary>
    public sealed class TwoLocalities : IAsyncLifetime
    {
        /// <summary>Pages about one person.</summary>
        private static readonly string[] OfStays = ["/stay", "/choices"];

        private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });

        public TestBoard Board { get; } = new() { Settings = { [Cluster.ClusterDashboard.Setting] = "true" } };

        public static (SiteKind Kind, SiteKey Key)[] SitesOf(string locality) =>
        [
            (SiteKind.CareHome, SiteKey.Of(locality, "the-limes")),
            (SiteKind.HomeCareProvider, SiteKey.Of(locality, "good-hands")),
            (SiteKind.IntermediateCareUnit, SiteKey.Of(locality, "marbury-house")),
            (SiteKind.Ward, SiteKey.OfWard(locality, "the-hospital", "a1")),
        ];

        /// <summary>The site that an address is filled in with.</summary>
        public static SiteKey SiteAt(string pattern, string locality) => SitesOf(locality).Single(site => site.Kind == KindAt(pattern)).Key;

        /// <summary>The reference of somebody on each ward who lives in a locality.</summary>
        public static string PersonFrom(string home) => $"{home}-1";

        public async ValueTask InitializeAsync()
        {
            await Board.InitializeAsync();
            foreach (var (kind, key) in SitesOf(Own).Concat(SitesOf(Other)))
            {
                (await Board.Register(kind, key)).ThenAccepted();
                (await Board.Say(kind, key, new Beds.DeclareVacancies([new(Beds.BedTypes.Of(kind)[0], 9, 0)]))).ThenAccepted();
                await Board.OnTheBoard(key);
            }

            foreach (var (at, home) in from at in (string[])[Own, Other] from home in (string[])[Own, Other] select (at, home))
            {
                var ward = SiteAt("{ward}", at);
                (await Board.Say(SiteKind.Ward, ward, new Stays.AdmitStay(PersonFrom(home), PersonFrom(home), HomeLocality: home))).ThenAccepted();
            }

            await using var shown = await Board.ScreenShowing((await Board.ReadBoard(Own)).Version, Own);
        }

        public ValueTask DisposeAsync()
        {
            _http.Dispose();
            return Board.DisposeAsync();
        }

        public Task<string> CookieOf(Role role, IReadOnlyList<Grant> grants) => Sessions.CookieOf(Board.Address, $"Somebody, {role}", grants);

        /// <summary>What lets a person's forms through, from a page that they may open, whoever they are.</summary>
        public async Task<string> TokenOf(Role role, IReadOnlyList<Grant> grants) => await TokenWith(await CookieOf(role, grants));

        /// <inheritdoc cref="TokenOf"/>
        public async Task<string> TokenWith(string session)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Board.Address, "/freshness"));
            request.Headers.Add("Cookie", $"{Sessions.CookieName}={session}");
            using var response = await _http.SendAsync(request);
            var cookie = response.Headers.GetValues("Set-Cookie").Select(each => each.Split(';')[0]).Single(each => each.Contains("Antiforgery", StringComparison.Ordinal));
            return $"{cookie} {(await VisitedPage.Of(response)).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")}";
        }

        /// <param name="stay">The reference of the stay that it is about, where it is about one.</param>
        /// <param name="origin">The site whose page a browser says that it comes from; null where it says nothing.</param>
        public async Task<HttpStatusCode> Ask(AskedEndpoint endpoint, string locality, string? cookie, string? token, string? stay = null, string? origin = null)
        {
            using var request = new HttpRequestMessage(new(endpoint.Method), new Uri(Board.Address, $"{AddressOf(endpoint, locality)}&stay={stay}"));
            var (antiforgery, field) = token?.Split(' ') is [var first, var second] ? (first, second) : ("", "");
            request.Headers.Add("Cookie", $"{antiforgery}; {Sessions.CookieName}={cookie}");
            request.Headers.Add("Origin", origin is null ? [] : [origin]);
            request.Content = endpoint switch
            {
                { Method: "GET" } => null,
                { IsForm: true } => new FormUrlEncodedContent([new("__RequestVerificationToken", field), new("form", "x"), new("operation", Guid.NewGuid().ToString())]),
                _ => new StringContent("{}", System.Text.Encoding.UTF8, "application/json"),
            };
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).Within($"{endpoint} is answered");
            return response.StatusCode;
        }

        private static string AddressOf(AskedEndpoint endpoint, string locality)
        {
            var site = SiteAt(endpoint.Pattern, locality);
            return $"{endpoint.AddressAt(site, "none")}?handler={endpoint.Handler}&site={site}";
        }

        private static SiteKind KindAt(string pattern) => pattern switch
        {
            _ when pattern.Contains("{hospital", StringComparison.Ordinal) || pattern.Contains("{ward", StringComparison.Ordinal) || OfStays.Any(each => pattern.EndsWith(each, StringComparison.Ordinal)) => SiteKind.Ward,
            _ when pattern.Contains("home-care-providers", StringComparison.Ordinal) => SiteKind.HomeCareProvider,
            _ when pattern.Contains("intermediate-care-units", StringComparison.Ordinal) || pattern.EndsWith("/people", StringComparison.Ordinal) => SiteKind.IntermediateCareUnit,
            _ => SiteKind.CareHome,
        };
    }
}
