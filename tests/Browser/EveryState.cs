using CapacityBoard.Access;
using CapacityBoard.Access.Accounts;
using CapacityBoard.Access.Keys;
using CapacityBoard.Access.Store;
using CapacityBoard.Access.Wallboards;
using CapacityBoard.Beds;
using CapacityBoard.GrandRounds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Browser;

/// <summary>A board with a site of every kind, in every state that a page shows.</summary>
public sealed class EveryState : BrowsedBoard
{
    public const string Locality = TestBoard.Locality;

    public static readonly SiteKey Limes = SiteKey.Of(Locality, "the-limes");
    public static readonly SiteKey Silent = SiteKey.Of(Locality, "the-silent-house");
    public static readonly SiteKey Closed = SiteKey.Of(Locality, "the-closed-house");
    public static readonly SiteKey Unit = SiteKey.Of(Locality, "marbury-house");
    public static readonly SiteKey Agency = SiteKey.Of(Locality, "good-hands");
    public static readonly SiteKey Ward = SiteKey.OfWard(Locality, "stepping-hill", "a1");
    public static readonly SiteKey OtherWard = SiteKey.OfWard(Locality, "stepping-hill", "b2");

    /// <summary>The id of an account.</summary>
    public const string Somebody = "somebody";

    /// <summary>A moment at which everything was there.</summary>
    public DateTimeOffset Past { get; private set; }

    private DateTimeOffset Now => Clock.GetUtcNow();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Ago(TimeSpan.FromHours(60), Homes);
        await Ago(TimeSpan.FromHours(30), Stopped);
        await Full();
        await Units();
        await Wards();
        await People();
        foreach (var site in new[] { Limes, Silent, Unit, Agency, Ward, OtherWard })
        {
            await Server.OnTheBoard(site);
        }

        Past = Now;
    }

    /// <summary>Stale, with a vacancy that is due by now, silent, and closed.</summary>
    private async Task Homes()
    {
        var stale = await Server.CareHome("the-stale-house");
        await Say(SiteKind.CareHome, stale, new ExpectVacancy(TestBoard.Type, Now.AddHours(4), "Going home"));
        (await Server.Register(SiteKind.CareHome, Silent)).ThenAccepted();
        await Say(SiteKind.CareHome, await Server.CareHome(Closed.Name), new CloseSite("Home sold"));
    }

    /// <summary>Ageing, one home suspended and another in one of its bed types.</summary>
    private async Task Stopped()
    {
        await Say(SiteKind.CareHome, await Server.CareHome("the-suspended-house"), new SuspendPlacements("Inspection: no new placements", Until: Now.AddDays(20)));
        var half = await Server.CareHome("the-half-suspended-house");
        await Say(SiteKind.CareHome, half, new DeclareVacancies([new(BedType.DementiaNursing, 12, 10)]));
        await Say(SiteKind.CareHome, half, new SuspendPlacements("Infection outbreak", BedType.DementiaNursing));
    }

    /// <summary>Fresh, with everything that a home can say.</summary>
    private async Task Full()
    {
        await Server.CareHome(Limes.Name);
        await Say(
            SiteKind.CareHome,
            Limes,
            new RegisterSite(new(
                SiteKind.CareHome, "The Limes", "1-123", null, "1 Invented Road, Stockport", "SK2 7JE", new(53.385, -2.13), "Stepping Hill", "0161 496 0001", null, CqcRating.Good, 10)),
            new CloseBeds(TestBoard.Type, 1, "Repair"),
            new ExpectVacancy(TestBoard.Type, Now.AddHours(5), "Respite stay ends"),
            new PlaceHold(TestBoard.Type, "A-77", "Needs a ground-floor room", Now.AddHours(20), Now.AddHours(3)),
            new DeclareVacancies([new(BedType.DementiaResidential, 8, 8)]));
        (await Server.Register(SiteKind.HomeCareProvider, Agency)).ThenAccepted();
        await Say(SiteKind.HomeCareProvider, Agency, new DeclareVacancies([new(BedType.CarePackage, 30, 27), new(BedType.ReablementPackage, 9, 9)]));
    }

    private async Task Units()
    {
        (await Server.Register(SiteKind.IntermediateCareUnit, Unit)).ThenAccepted();
        await Say(
            SiteKind.IntermediateCareUnit,
            Unit,
            new DeclareVacancies([new(BedType.StepDown, 6, 0), new(BedType.DischargeToAssess, 4, 2)]),
            new AdmitStay("U-1", "1", BedType.StepDown, AgeBand.From85, Now.AddDays(-12), Locality),
            new PlaceHold(BedType.StepDown, "U-2", "Arrives by ambulance"));
    }

    private async Task Wards()
    {
        foreach (var ward in new[] { Ward, OtherWard })
        {
            (await Server.Register(SiteKind.Ward, ward)).ThenAccepted();
            await Say(SiteKind.Ward, ward, new DeclareVacancies([new(BedType.Inpatient, 6, 0)]));
        }

        await Say(
            SiteKind.Ward,
            Ward,
            new AdmitStay("W-1", "1", null, AgeBand.From85, Now.AddDays(-30), Locality, LocalDay.Of(Now)),
            new DeclareMedicallyOptimised("W-1", Now.AddDays(-9)),
            new RecordDelay("W-1", DelayReason.NursingPlacement, Note: "Family visits two homes"),
            new RecordDelay("W-1", DelayReason.Funding),
            new ReviewStay("W-1", ReviewOutcome.Escalated, "No nursing bed that takes oxygen", [new("Ask the panel", "Transfer team", LocalDay.Of(Now))]),
            new AdmitStay("W-2", "2", null, AgeBand.From75To84, Now.AddDays(-8), "high-peak", LocalDay.Of(Now).AddDays(1)),
            new AdmitStay("W-3", "4", null, AgeBand.NotKnown),
            new PlaceHold(BedType.Inpatient, "W-4"));
    }

    /// <summary>Somebody with two roles, a machine's key and a wallboard's link.</summary>
    private async Task People()
    {
        var services = Server.Services;
        await services.GetRequiredService<AccessStore>().Ask(context =>
        {
            context.Add(new Account { Id = Somebody, Name = "Sam Patel, transfer team", UserName = "sam@example.org", Created = Now, CreatedBy = "API", SecurityStamp = "stamp" });
            context.AddRange(new[] { Role.TransferTeam, Role.Commissioner }.Select(role =>
                new GrantRow { Owner = Somebody, Role = role, Scope = Scope.Parse(Locality), Given = Now, GivenBy = "API" }));
            return context.SaveChangesAsync();
        });
        await services.GetRequiredService<ApiKeys>().Create("Ward system", [new(Role.Ward, Scope.Of(Ward))], TimeSpan.FromDays(30), "API");
        await services.GetRequiredService<WallboardLinks>().Create("In the office", Locality, "API");
    }

    private async Task Say(SiteKind kind, SiteKey site, params IEnumerable<SiteCommand> commands)
    {
        foreach (var command in commands)
        {
            var answer = command is RegisterSite register
                ? await Server.Send(HttpMethod.Put, Api.SiteApi.AddressOf(kind, site), TestBoard.Json(register.Details))
                : await Server.Say(kind, site, command);
            answer.ThenAccepted();
        }
    }
}
