using System.Collections.Concurrent;
using CapacityBoard.Access;
using CapacityBoard.Access.Accounts;
using CapacityBoard.Access.Keys;
using CapacityBoard.Access.Store;
using CapacityBoard.Access.Wallboards;
using CapacityBoard.Assessments;
using CapacityBoard.Beds;
using CapacityBoard.Enquiries;
using CapacityBoard.Feeds;
using CapacityBoard.Fees;
using CapacityBoard.GrandRounds;
using CapacityBoard.Holds;
using CapacityBoard.Offers;
using CapacityBoard.Residences;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Support;

/// <summary>A board with a site of every kind, in every state that a page can show.</summary>
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

    public static readonly SiteKey WardElsewhere = SiteKey.OfWard("trafford", "wythenshawe", "f1");

    public const string Somebody = "somebody";

    /// <summary>The needs that a place sees with a hold.</summary>
    private static Needs Asked => new(
        [BedType.GeneralNursing, BedType.CarePackage], Nursing: true, Mobility: Mobility.HelpOfTwo, Funding: Funding.ContinuingHealthcare, Note: "Likes to sit near a window");

    private readonly ConcurrentDictionary<string, bool> _seen = new(StringComparer.Ordinal);

    /// <summary>True the first time a page is asked about.</summary>
    public bool IsFirstOf(string page) => _seen.TryAdd(page, true);

    /// <summary>A time at which everything had been recorded.</summary>
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
        await HeldElsewhere();
        await Plan();
        await Enquiries();
        await Offers();
        await Residences();
        await People();
        await HospitalSystem();
        foreach (var site in new[] { Limes, Silent, Unit, Agency, Ward, OtherWard, WardElsewhere })
        {
            await Server.OnTheBoard(site);
        }

        Past = Now;
    }

    /// <summary>A feed with messages that wait, and one that is older than what the board has.</summary>
    private async Task HospitalSystem()
    {
        var feeds = Server.Services.GetRequiredService<KnownFeeds>();
        FeedDefinition definition = new("Lorenzo", "", "SHH", ReferenceField.VisitNumber, ["I"], [new("A1", Ward), new("B2", OtherWard), new("THEATRE*", null)]);
        (await feeds.SetUp(Ward.HospitalKey!, definition, "Ida Smith")).ShouldBeNull();
        foreach (var (number, (reference, place)) in new[] { ("W-1", "B2"), ("F-1", "Z9"), ("F-2", "Z9"), ("NOBODY", "A1") }.Index())
        {
            await feeds.Of(Ward.HospitalKey!).Receive(new($"M{number}", "A02", Now.AddDays(-20), null, [new(new(reference), Location: new(place, "1", "01"))]));
        }
    }

    /// <summary>One stale home with a vacancy that is due, one without figures, and one closed.</summary>
    private async Task Homes()
    {
        var stale = await Server.CareHome("the-stale-house");
        await Say(SiteKind.CareHome, stale, new ExpectVacancy(TestBoard.Type, Now.AddHours(4), "Going home"));
        (await Server.Register(SiteKind.CareHome, Silent)).ThenAccepted();
        await Say(SiteKind.CareHome, await Server.CareHome(Closed.Name), new CloseSite("Home sold"));
    }

    /// <summary>Two ageing homes: one suspended, one suspended for one of its bed types.</summary>
    private async Task Stopped()
    {
        await Say(SiteKind.CareHome, await Server.CareHome("the-suspended-house"), new SuspendPlacements("Inspection: no new placements", Until: Now.AddDays(20)));
        var half = await Server.CareHome("the-half-suspended-house");
        await Say(SiteKind.CareHome, half, new DeclareVacancies([new(BedType.DementiaNursing, 12, 10)]));
        await Say(SiteKind.CareHome, half, new SuspendPlacements("Infection outbreak", BedType.DementiaNursing));
    }

    /// <summary>A fresh home with everything that a home can record.</summary>
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
            new PlaceHold(TestBoard.Type, "A-77", "Needs a ground-floor room", Now.AddHours(20), Now.AddHours(3), Ward, Asked, "0161 496 0100"),
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
            new SetNeeds("W-1", new([TestBoard.Type, BedType.DementiaNursing], Nursing: true, Wished: [Limes], Near: "SK2", Note: "A ground-floor room")),
            new RecordDelay("W-1", DelayReason.CareHomeNotAvailable, Note: "Family visits two homes"),
            new RecordDelay("W-1", DelayReason.FundingEligibility),
            new ReviewStay("W-1", ReviewOutcome.Escalated, "No nursing bed that takes oxygen", [new("Ask the panel", "Transfer team", LocalDay.Of(Now))]),
            new AdmitStay("W-2", "2", null, AgeBand.From75To84, Now.AddDays(-8), "high-peak", LocalDay.Of(Now).AddDays(1)),
            new AdmitStay("W-3", "4", null, AgeBand.NotKnown),
            new PlaceHold(BedType.Inpatient, "W-4"),
            new AdmitStay("W-5", "5", null, AgeBand.From18To64, Now.AddDays(-3), Locality),
            new DischargeStay("W-5", Destination.CareHome, To: Limes),
            new AdmitStay("W-6", "6"),
            new CancelAdmission("W-6", "Wrong person"));
        (await Server.Register(SiteKind.Ward, WardElsewhere)).ThenAccepted();
        await Say(
            SiteKind.Ward,
            WardElsewhere,
            new DeclareVacancies([new(BedType.Inpatient, 6, 0)]),
            new AdmitStay("F-1", "1", null, AgeBand.From85, Now.AddDays(-40), Locality),
            new DeclareMedicallyOptimised("F-1", Now.AddDays(-11)));
    }

    /// <summary>A person with everything that can be recorded about one, and a held bed that a home has answered.</summary>
    private async Task Plan()
    {
        var today = LocalDay.Of(Now);
        await Say(
            SiteKind.Ward,
            Ward,
            new SetPathway("W-1", Pathway.P3),
            new SetNeeds("W-1", new([BedType.GeneralNursing, BedType.DementiaNursing], true, true, Mobility.HelpOfTwo, Funding.LocalAuthority, [Limes], "SK2 7JE", 5, "A ground-floor room")),
            new MarkDay("W-1", today.AddDays(-1), IsGreen: true),
            new MarkDay("W-1", today, IsGreen: false, DelayReason.MedicinesOrLetter, "Not ordered yet"),
            new CancelMedicallyOptimised("W-1", "Wrong time"),
            new DeclareMedicallyOptimised("W-1", Now.AddDays(-9)));
        await Assessments();
        var home = await Server.CareHome("the-answering-house");
        (await Server.Say(SiteKind.CareHome, home, new PlaceHold(TestBoard.Type, "W-1", From: Ward), "for-w-1")).ThenAccepted();
        await Say(SiteKind.CareHome, home, new PlanAssessment("for-w-1", Now.AddHours(6), "By telephone first"));
    }

    /// <summary>Assessments at every step.</summary>
    private async Task Assessments()
    {
        foreach (var kind in new[] { AssessmentKind.SocialWork, AssessmentKind.Physiotherapy, AssessmentKind.FastTrack, AssessmentKind.Equipment, AssessmentKind.MentalCapacity })
        {
            (await Server.Say(SiteKind.Ward, Ward, new RequestAssessment("W-1", kind, "Hospital team", LocalDay.Of(Now)), Codes.Of(kind))).ThenAccepted();
        }

        (await Server.Say(SiteKind.Ward, WardElsewhere, new RequestAssessment("F-1", AssessmentKind.SocialWork))).ThenAccepted();
        await Say(
            SiteKind.Ward,
            Ward,
            new PromiseAssessment("W-1", "physiotherapy", Now.AddHours(3)),
            new StartAssessment("W-1", "equipment"),
            new CompleteAssessment("W-1", "fast-track", AssessmentOutcome.Eligible),
            new CancelAssessment("W-1", "mental-capacity", "Asked by mistake"));
    }

    /// <summary>Holds for people of the ward: one with a planned assessment, one declined.</summary>
    private async Task HeldElsewhere()
    {
        foreach (var stay in new[] { "W-1", "W-2" })
        {
            (await Server.Say(SiteKind.HomeCareProvider, Agency, new PlaceHold(BedType.CarePackage, stay, null, Now.AddHours(20), null, Ward, Asked), stay)).ThenAccepted();
        }

        await Say(SiteKind.HomeCareProvider, Agency, new PlanAssessment("W-1", Now.AddHours(4), "Please have the list of medicines ready"), new DeclineHold("W-2", "Cannot meet the person’s needs"));
    }

    /// <summary>Places asked about people of the ward: not seen, with a question and a planned assessment, a yes, a no, and one withdrawn.</summary>
    private async Task Enquiries()
    {
        await Server.OnTheBoard(Ward);
        var open = await Server.CareHome("the-open-house");
        foreach (var (place, stay) in new[] { (Limes, "W-2"), (Limes, "W-1"), (open, "W-1"), (open, "W-2"), (open, "W-3") })
        {
            (await Server.Say(SiteKind.CareHome, place, new MakeEnquiry(TestBoard.Type, stay, Ward, Asked, "0161 496 0100", "Family lives near", LocalDay.Of(Now), IsUrgent: stay == "W-1"), $"about-{stay}")).ThenAccepted();
        }

        await Say(
            SiteKind.CareHome,
            Limes,
            new QuestionEnquiry("about-W-1", "Which hoist do they use?"),
            new PlanEnquiryAssessment("about-W-1", Now.AddHours(5), AssessedBy.TrustedAssessor),
            new AgreeTrustedAssessment("Hospital discharge team"));
        await Say(
            SiteKind.CareHome,
            open,
            new AnswerEnquiry("about-W-1", PlaceAnswer.Now, Note: "Ring before you come"),
            new AnswerEnquiry("about-W-2", PlaceAnswer.No, Reason: NoReason.Staffing),
            new WithdrawEnquiry("about-W-3", "Needs have changed"));
    }

    /// <summary>People who came from a home: one without an answer, one whose bed is kept, one who needs an assessment at home; and one whose home has closed.</summary>
    private async Task Residences()
    {
        await Say(SiteKind.Ward, Ward, new SetUsualResidence("W-1", Limes), new SetUsualResidence("W-2", Limes), new SetUsualResidence("W-3", Agency));
        var closing = await Server.CareHome("the-closing-house");
        await Say(SiteKind.Ward, WardElsewhere, new SetUsualResidence("F-1", closing), new SetPathway("F-1", Pathway.P0));
        await Say(SiteKind.CareHome, closing, new CloseSite("Home sold"));
        await Say(SiteKind.CareHome, Limes, new AnswerReturn("W-1", Ward, ReturnAnswer.SameSupport, LocalDay.Of(Now).AddDays(6)));
        await Say(SiteKind.HomeCareProvider, Agency, new AnswerReturn("W-3", Ward, ReturnAnswer.NewAssessment));
    }

    /// <summary>Places offered to a person of the ward: declined, to be seen first, waiting for an answer and withdrawn; another has accepted one.</summary>
    private async Task Offers()
    {
        await Say(SiteKind.CareHome, Limes, new StateFees(new(950, 1200, true, 75, "More for one-to-one care")));
        await Server.OnTheBoard(Limes);
        foreach (var (place, isInterim) in new[] { ("the-limes", false), ("the-open-house", true), ("the-answering-house", false), ("the-stale-house", false) })
        {
            (await Server.Say(SiteKind.Ward, Ward, new OfferPlace("W-1", SiteKey.Of(Locality, place), TestBoard.Type, isInterim), place)).ThenAccepted();
        }

        await Say(
            SiteKind.Ward,
            Ward,
            new AnswerOffer("W-1", "the-limes", FamilyAnswer.Declined, DeclineReason.TooFar, "Two buses away"),
            new AnswerOffer("W-1", "the-open-house", FamilyAnswer.WantsToSeeFirst, SeeOn: LocalDay.Of(Now).AddDays(1)),
            new WithdrawOffer("W-1", "the-stale-house", WithdrawalReason.NotSuitable, "Has no lift"),
            new GiveChoiceLetter("W-1", ChoiceLetter.First));
        (await Server.Say(SiteKind.Ward, Ward, new OfferPlace("W-2", Limes, TestBoard.Type), "accepted")).ThenAccepted();
        await Say(SiteKind.Ward, Ward, new AnswerOffer("W-2", "accepted", FamilyAnswer.Accepted));
    }

    /// <summary>A person with two roles, an API key and a wallboard link.</summary>
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
                ? await Server.Send(HttpMethod.Put, Sites.SiteApi.AddressOf(kind, site), TestBoard.Json(register.Details))
                : await Server.Say(kind, site, command);
            answer.ThenAccepted();
        }
    }
}
