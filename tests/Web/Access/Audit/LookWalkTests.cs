using System.Net;
using System.Text.RegularExpressions;
using CapacityBoard.Access.Gate;
using CapacityBoard.Beds;
using CapacityBoard.GrandRounds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Access.Audit;

/// <summary>Everything that can be read is read, of now and of a past moment, by somebody else each time: whoever was shown a stay is found by it.</summary>
public sealed class LookWalkTests(LookWalkTests.PeopleEverywhere people) : IClassFixture<LookWalkTests.PeopleEverywhere>
{
    private const string Address = "127.0.0.1";

    /// <summary>What is known to show stays, so that the walk cannot pass by seeing none.</summary>
    private static readonly string[] KnownToShowStays =
    [
        "GET /api/localities/{locality}/choices", "GET /api/localities/{locality}/grand-round", "GET /api/localities/{locality}/plan", "GET /api/localities/{locality}/suited", "PAGE /Plans/Plan", "GET …site", "PAGE /Admin/Audit", "PAGE /Admin/Person",
        "PAGE /GrandRounds/Actions", "PAGE /GrandRounds/GrandRound", "PAGE /GrandRounds/Walk", "PAGE /People/People", "PAGE /Choices/Choices",
        "PAGE /Reports/Who", "PAGE /Holds/Hold", "PAGE /Sites/People", "PAGE /Sites/Site", "PAGE /Sites/Ward", "PAGE /People/Stay",
    ];

    private readonly TestBoard _board = people.Board;

    [Fact]
    public async Task WhenEverythingIsRead_ThenWhoeverWasShownAStayIsFoundByItWithTimeAndAddress()
    {
        var (shown, missing) = (new HashSet<string>(), new List<string>());
        foreach (var (endpoint, number) in (await EveryEndpoint.Of(_board)).Where(each => each.Method == "GET").Select((each, number) => (each, number)))
        {
            foreach (var (address, part) in Addresses(endpoint).Select((address, part) => (address, part)))
            {
                var (reader, before) = ($"Reader {number}-{part}", _board.Clock.GetUtcNow());
                var text = await Read(address, reader);
                foreach (var stay in PeopleEverywhere.Stays.Where(stay => Regex.IsMatch(text, $"{Regex.Escape(stay)}(?![0-9])")))
                {
                    shown.Add(endpoint.Name);
                    if (!(await Found(reader, stay)).Any(line => line.At >= before.AddMilliseconds(-1)))
                    {
                        missing.Add($"{address} showed {stay}");
                    }
                }
            }
        }

        missing.ShouldBeEmpty();
        KnownToShowStays.Except(shown).ShouldBeEmpty("showed nobody");
    }

    private async Task<string> Read(string address, string reader)
    {
        using var visitor = new Visitor(_board.Address, name: reader);
        return (await visitor.Visit(address)).Html;
    }

    private async Task<IEnumerable<AuditLine>> Found(string who, string stay)
    {
        var question = new AuditQuestion(Who: who, Stay: stay, Address: Address);
        return (await _board.Services.GetRequiredService<AuditTrail>().Read(question, new(true, [], []), null, 100, CancellationToken.None)).Lines;
    }

    /// <summary>The addresses of an endpoint: with all reports and returns that there are, of now and of a past moment.</summary>
    private IEnumerable<string> Addresses(AskedEndpoint endpoint)
    {
        var site = PolicyWalkTests.TwoLocalities.SiteAt(endpoint.Pattern, PeopleEverywhere.Locality);
        var stay = AccessTable.Find(endpoint.Name)?.At == AccessPlace.StayInQuery ? $"&stay={PeopleEverywhere.Waiting}" : "";
        return from other in endpoint.Kinds.DefaultIfEmpty(people.Reader)
               let path = endpoint.AddressAt(site, other)
               from query in (string[])["&owner=all&format=csv", $"&at={Uri.EscapeDataString(people.Past.ToString("O"))}"]
               select $"{path}?site={site}{stay}{query}";
    }

    /// <summary>People wherever the board can show some: waiting on a ward with an action agreed, in a unit, gone, and with beds held for them.</summary>
    public sealed class PeopleEverywhere : IAsyncLifetime
    {
        public const string Locality = "stockport";
        public const string Waiting = "SEEN-1";

        private const string Operation = "accepted";

        public static string[] Stays { get; } = [.. Enumerable.Range(1, 6).Select(number => $"SEEN-{number}")];

        public TestBoard Board { get; } = new();

        /// <summary>A moment after all of it was recorded.</summary>
        public DateTimeOffset Past { get; private set; }

        /// <summary>The account of somebody who saw a person's page.</summary>
        public string Reader { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            await Board.InitializeAsync();
            var now = Board.Clock.GetUtcNow();
            await Says(
                "{ward}",
                new DeclareVacancies([new(BedType.Inpatient, 9, 0)]),
                new AdmitStay(Waiting, "1", AdmittedAt: now.AddDays(-30), HomeLocality: Locality),
                new DeclareMedicallyOptimised(Waiting, now.AddDays(-9)),
                new RecordDelay(Waiting, DelayReason.CareHomeNotAvailable, Since: LocalDay.Of(now).AddDays(-5)),
                new MarkDay(Waiting, LocalDay.Of(now).AddDays(-1), false, DelayReason.CareHomeNotAvailable),
                new SetNeeds(Waiting, new([TestBoard.Type])),
                new ReviewStay(Waiting, ReviewOutcome.Escalated, "Waits", [new("Ask the panel", "Transfer team", LocalDay.Of(now))]),
                new AdmitStay("SEEN-2", "2", AdmittedAt: now.AddDays(-3)),
                new DischargeStay("SEEN-2", Destination.UsualResidence));
            await Says(
                "intermediate-care-units",
                new DeclareVacancies([new(BedType.StepDown, 6, 0)]),
                new AdmitStay("SEEN-3", "1", BedType.StepDown, AdmittedAt: now.AddDays(-12)),
                new PlaceHold(BedType.StepDown, "SEEN-4"));
            await Says(
                "care-homes",
                new DeclareVacancies([new(TestBoard.Type, 9, 0)]),
                new PlaceHold(TestBoard.Type, "SEEN-5", From: Site("{ward}")),
                new PlaceHold(TestBoard.Type, "SEEN-6"),
                new DeclineHold(Operation, "Cannot meet the needs"));
            Past = Board.Clock.GetUtcNow();
            Reader = (await Administrators.Person(Board, "A reader", [.. Sessions.Everything]));
            using var reader = new Visitor(Board.Address, name: "A reader");
            (await reader.Visit($"/{Locality}/stay?site={Site("{ward}")}&stay={Waiting}")).Status.ShouldBe((int)HttpStatusCode.OK);
        }

        public ValueTask DisposeAsync() => Board.DisposeAsync();

        private static SiteKey Site(string pattern) => PolicyWalkTests.TwoLocalities.SiteAt(pattern, Locality);

        private async Task Says(string pattern, params SiteCommand[] commands)
        {
            var (kind, site) = PolicyWalkTests.TwoLocalities.SitesOf(Locality).Single(each => each.Key == Site(pattern));
            (await Board.Register(kind, site)).ThenAccepted();
            foreach (var command in commands)
            {
                (await Board.Say(kind, site, command, command is PlaceHold { Stay: "SEEN-6" } ? Operation : null)).ThenAccepted();
            }

            await Board.OnTheBoard(site);
        }
    }
}
