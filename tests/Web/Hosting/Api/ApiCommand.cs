using CapacityBoard.Assessments;
using CapacityBoard.Beds;
using CapacityBoard.Enquiries;
using CapacityBoard.Fees;
using CapacityBoard.GrandRounds;
using CapacityBoard.Holds;
using CapacityBoard.Offers;
using CapacityBoard.Residences;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using Microsoft.AspNetCore.Routing;

namespace CapacityBoard.Hosting.Api;

/// <summary>
/// One command of the API, found among the endpoints that the server maps, with what is to be true before it and
/// what is sent. A command that is new to the API has no case in <see cref="Example"/>, and its test fails.
/// </summary>
public sealed record ApiCommand(SiteKind Kind, string Name)
{
    /// <summary>What these commands ask of a ward, a ward never does: its figures follow from its stays.</summary>
    private static readonly string[] NotOfWards = ["expect-vacancy", "confirm-expected-vacancy", "cancel-expected-vacancy", "admit-on-hold", "undo-arrival", "deny-arrival"];

    public bool IsEverAccepted => (Kind != SiteKind.Ward || !NotOfWards.Contains(Name)) && (Kind != SiteKind.IntermediateCareUnit || Name is not ("undo-arrival" or "deny-arrival"));

    private BedType Type => BedTypes.Of(Kind)[0];

    public static TheoryData<ApiCommand> All => [.. Routes().Select(Of).OfType<ApiCommand>()];

    /// <summary>Method and pattern of everything under <c>/api</c>.</summary>
    public static IEnumerable<(string Method, string Pattern)> Routes()
    {
        IEndpointRouteBuilder app = BoardServer.Build(new("http://127.0.0.1:0"));
        return
        [
            .. app.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
                .Select(endpoint => (Pattern: $"/{endpoint.RoutePattern.RawText!.Trim('/')}", Methods: endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []))
                .Where(endpoint => endpoint.Pattern.StartsWith("/api/", StringComparison.Ordinal))
                .SelectMany(endpoint => endpoint.Methods, (endpoint, method) => (method, endpoint.Pattern)),
        ];
    }

    /// <summary>What is true of the site before: commands with their operations, all to be accepted.</summary>
    public IEnumerable<(SiteCommand Command, string Operation)> Before()
    {
        yield return (new DeclareVacancies([new(Type, 10, Kind == SiteKind.Ward ? 0 : 5, 1, "Repair")]), "declared");
        if (Name is "close-site" or "reopen-site")
        {
            if (Name == "reopen-site")
            {
                yield return (new CloseSite("Home sold"), "closed");
            }

            yield break;
        }

        yield return (new PlaceHold(Type, "S-1", From: Name == "deny-arrival" ? EnquiryWard : null), "held");
        if (Name.Contains("enquiry", StringComparison.Ordinal) && Name != "make-enquiry")
        {
            yield return (new MakeEnquiry(Type, "S-5", EnquiryWard), "asked");
        }

        if (Name == "reply-to-enquiry")
        {
            yield return (new QuestionEnquiry("asked", "Which hoist?"), "questioned");
        }

        if (Name == "end-trusted-assessment")
        {
            yield return (new AgreeTrustedAssessment("Discharge team"), "agreed");
        }

        if (Name is "undo-arrival" or "deny-arrival" && !Kind.RecordsStays())
        {
            yield return (new AdmitOnHold("held"), "arrived");
        }

        if (Kind != SiteKind.Ward)
        {
            yield return (new ExpectVacancy(Type, Tomorrow, "Going home"), "expected");
        }

        if (Kind is SiteKind.Ward or SiteKind.IntermediateCareUnit)
        {
            yield return (new AdmitStay("S-2", "2", Type), "admitted");
            yield return (new AdmitStay("S-3", "3", Type), "admitted-too");
            yield return (new DeclareMedicallyOptimised("S-3"), "optimised");
            foreach (var before in OfPeople())
            {
                yield return before;
            }
        }

        if (Name == "lift-suspension")
        {
            yield return (new SuspendPlacements("Infection", Type), "suspended");
        }
    }

    private (SiteCommand Command, string Operation)[] OfPeople() => Name switch
    {
        "cancel-discharge" => [(new DischargeStay("S-2", Destination.UsualResidence), "discharged")],
        "end-delay" => [(new RecordDelay("S-2", DelayReason.Choice), "delayed")],
        "complete-action" or "change-action" or "drop-action" => [(new AgreeAction("S-2", "Book transport", "Ward clerk", LocalDay.Of(Tomorrow)), "agreed")],
        "answer-offer" or "withdraw-offer" or "give-choice-letter" => [(new OfferPlace("S-3", PlaceElsewhere, BedType.GeneralNursing), "offered")],
        "promise-assessment" or "start-assessment" or "complete-assessment" or "cancel-assessment" => [(new RequestAssessment("S-3", AssessmentKind.SocialWork), "asked")],
        _ => [],
    };

    /// <summary>A command of this name that is accepted then.</summary>
    public SiteCommand Example() => Name switch
    {
        "close-site" => new CloseSite("Home sold"),
        "reopen-site" => new ReopenSite(),
        "declare-vacancies" => new DeclareVacancies([new(Type, 12, Kind == SiteKind.Ward ? 2 : 6)]),
        "confirm-unchanged" => new ConfirmUnchanged(),
        "request-figures" => new RequestFigures(),
        "close-beds" => new CloseBeds(Type, 1, "Infection"),
        "reopen-beds" => new ReopenBeds(Type, 1),
        "expect-vacancy" => new ExpectVacancy(Type, Tomorrow, "Moving closer to family"),
        "confirm-expected-vacancy" => new ConfirmExpectedVacancy("expected"),
        "cancel-expected-vacancy" => new CancelExpectedVacancy("expected", "Unwell"),
        "suspend-placements" => new SuspendPlacements("Infection", Type, Tomorrow),
        "lift-suspension" => new LiftSuspension(Type),
        "place-hold" => new PlaceHold(Type, "S-4", "Needs a hoist", Tomorrow, Tomorrow, Needs: new([BedType.GeneralNursing], Note: "Sits by the window"), Telephone: "0161 496 0100"),
        "make-enquiry" => new MakeEnquiry(Type, "S-5", EnquiryWard, new([BedType.GeneralNursing], Note: "Sits by the window"), "0161 496 0100", "Needs a hoist", LocalDay.Of(Tomorrow), Tomorrow, true),
        "acknowledge-enquiry" => new AcknowledgeEnquiry("asked"),
        "plan-enquiry-assessment" => new PlanEnquiryAssessment("asked", Tomorrow, AssessedBy.Papers),
        "complete-enquiry-assessment" => new CompleteEnquiryAssessment("asked"),
        "answer-enquiry" => new AnswerEnquiry("asked", PlaceAnswer.No, Reason: NoReason.Other, Note: "The lift is being repaired"),
        "question-enquiry" => new QuestionEnquiry("asked", "Which hoist?"),
        "reply-to-enquiry" => new ReplyToEnquiry("asked", "A standing hoist"),
        "withdraw-enquiry" => new WithdrawEnquiry("asked", "Family chose another home"),
        "agree-trusted-assessment" => new AgreeTrustedAssessment("Discharge team"),
        "end-trusted-assessment" => new EndTrustedAssessment("Staff changed"),
        "extend-hold" => new ExtendHold("held", Tomorrow.AddDays(2)),
        "accept-hold" => new AcceptHold("held"),
        "plan-assessment" => new PlanAssessment("held", Tomorrow.AddHours(-20), "By video"),
        "decline-hold" => new DeclineHold("held", "Staffing"),
        "release-hold" => new ReleaseHold("held", "Family chose another home"),
        "admit-on-hold" => new AdmitOnHold("held"),
        "undo-arrival" => new UndoArrival("held"),
        "deny-arrival" => new DenyArrival("held", EnquiryWard),
        "admit-stay" => new AdmitStay("S-1", "1", Type, AgeBand.From85, HomeLocality: "stockport", ExpectedDischarge: LocalDay.Of(Tomorrow), Hold: "held"),
        "change-bed" => new ChangeBed("S-2", "9"),
        "swap-beds" => new SwapBeds("S-2", "S-3"),
        "set-expected-discharge" => new SetExpectedDischarge("S-2", LocalDay.Of(Tomorrow)),
        "declare-medically-optimised" => new DeclareMedicallyOptimised("S-2"),
        "withdraw-medically-optimised" => new WithdrawMedicallyOptimised("S-3", "Fever"),
        "discharge-stay" => new DischargeStay("S-2", Destination.UsualResidence),
        "transfer-stay" => new BeginTransfer("S-2", OtherWard, "4"),
        "cancel-admission" => new CancelAdmission("S-2", "Wrong person"),
        "cancel-discharge" => new CancelDischarge("S-2", "Wrong person"),
        "cancel-medically-optimised" => new CancelMedicallyOptimised("S-3", "Wrong person"),
        "correct-stay" => new CorrectStay("S-2", "Wrong age", AgeBand.From85),
        "set-pathway" => new SetPathway("S-2", Pathway.P3),
        "set-needs" => new SetNeeds("S-2", new([BedType.GeneralNursing], Nursing: true)),
        "set-usual-residence" => new SetUsualResidence("S-2", Residence),
        "answer-return" => new AnswerReturn("S-6", OtherWard, ReturnAnswer.SameSupport, LocalDay.Of(Tomorrow)),
        "record-delay" => new RecordDelay("S-2", DelayReason.CareHomeNotAvailable),
        "end-delay" => new EndDelay("S-2", DelayReason.Choice),
        "mark-day" => new MarkDay("S-2", LocalDay.Of(Tomorrow.AddHours(-25)), IsGreen: true),
        "give-choice-list" => new GiveChoiceList("S-2", 1, Tomorrow.AddDays(-2)),
        "review-stay" => new ReviewStay("S-2", ReviewOutcome.PlanOnTrack, "Home on Friday", [new("Book transport", "Ward clerk", LocalDay.Of(Tomorrow))]),
        "agree-action" => new AgreeAction("S-2", "Book transport", "Ward clerk", LocalDay.Of(Tomorrow)),
        "complete-action" => new CompleteAction("S-2", "agreed/1"),
        "change-action" => new ChangeAction("S-2", "agreed/1", "Therapy", LocalDay.Of(Tomorrow)),
        "drop-action" => new DropAction("S-2", "agreed/1", "Went by car"),
        "request-assessment" => new RequestAssessment("S-3", AssessmentKind.SocialWork, "Hospital social work", LocalDay.Of(Tomorrow)),
        "promise-assessment" => new PromiseAssessment("S-3", "asked", Tomorrow),
        "start-assessment" => new StartAssessment("S-3", "asked"),
        "complete-assessment" => new CompleteAssessment("S-3", "asked", AssessmentOutcome.PlanAgreed),
        "cancel-assessment" => new CancelAssessment("S-3", "asked", "No longer needed"),
        "offer-place" => new OfferPlace("S-3", PlaceElsewhere, BedType.GeneralNursing, IsInterim: true),
        "answer-offer" => new AnswerOffer("S-3", "offered", FamilyAnswer.Declined, DeclineReason.Other, "They move to Leeds"),
        "withdraw-offer" => new WithdrawOffer("S-3", "offered", WithdrawalReason.NotSuitable, "Has no lift"),
        "give-choice-letter" => new GiveChoiceLetter("S-3", ChoiceLetter.First),
        "state-fees" => new StateFees(new(950, 1200, true, 75, "More for one-to-one care")),
        _ => throw new NotSupportedException($"The API has a command '{Name}' that no test sends; give an example of it here."),
    };

    /// <summary>A place in an area that has no board.</summary>
    private static SiteKey PlaceElsewhere { get; } = SiteKey.Of("leeds", "oak-house");

    public string AddressAt(SiteKey site) => $"{SiteApi.AddressOf(Kind, site)}/{Name}";

    /// <summary>A site of the kind that no other test uses.</summary>
    public SiteKey NewSite() => Kind == SiteKind.Ward ? SiteKey.OfWard("stockport", $"hospital-of-{Name}", "a-ward") : SiteKey.Of("stockport", $"{Codes.Of(Kind)}-of-{Name}");

    /// <summary>The ward of the person whom the place is asked about, of a hospital that is not on the board.</summary>
    public static SiteKey EnquiryWard { get; } = SiteKey.OfWard("stockport", "hospital-of-enquiries", "a-ward");

    /// <summary>A home on the board.</summary>
    public static SiteKey Residence { get; } = SiteKey.Of("stockport", "home-of-residents");

    public SiteKey OtherWard => SiteKey.OfWard("stockport", $"hospital-of-{Name}", "the-other-ward");

    public override string ToString() => $"{Codes.Of(Kind)} {Name}";

    private static DateTimeOffset Tomorrow { get; } = DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().AddHours(25).ToUnixTimeMilliseconds());

    /// <summary>The command at a site that a route is; null where it is something else.</summary>
    public static ApiCommand? Of((string Method, string Pattern) route) => route.Method == "POST"
        ? Enum.GetValues<SiteKind>().Where(kind => route.Pattern.StartsWith(PatternOf(kind), StringComparison.Ordinal))
            .Select(kind => new ApiCommand(kind, route.Pattern[PatternOf(kind).Length..])).SingleOrDefault()
        : null;

    private static string PatternOf(SiteKind kind) => kind switch
    {
        SiteKind.CareHome => "/api/localities/{locality}/care-homes/{site}/",
        SiteKind.HomeCareProvider => "/api/localities/{locality}/home-care-providers/{site}/",
        SiteKind.IntermediateCareUnit => "/api/localities/{locality}/intermediate-care-units/{site}/",
        _ => "/api/localities/{locality}/hospitals/{hospital}/wards/{ward}/",
    };
}
