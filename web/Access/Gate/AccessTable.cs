using System.Collections.Frozen;
using static CapacityBoard.Access.Gate.AccessRule;
using static CapacityBoard.Access.Permission;

namespace CapacityBoard.Access.Gate;

/// <summary>
/// What every page, form, API endpoint and hub method requires, all in one place. Whatever is not listed here is closed to
/// everyone. <see cref="RoleTable"/> says which role has which permission.
/// </summary>
internal static class AccessTable
{
    /// <summary>Pages of Orleans' dashboard, under its own address.</summary>
    private static readonly string[] ClusterPages =
    [
        "", "/index.html", "/index.min.js", "/index.css", "/favicon.ico", "/fonts/{**path}", "/img/{**path}", "/version", "/DashboardCounters",
        "/ClusterStats", "/Reminders", "/Reminders/{page:int}", "/HistoricalStats/{*path}", "/SiloProperties/{*address}", "/SiloMetadata/{*address}",
        "/SiloStats/{*address}", "/SiloCounters/{*address}", "/GrainStats/{*grainName}", "/TopGrainMethods", "/LifecycleStages", "/GrainTypes",
    ];

    private static readonly FrozenDictionary<string, AccessRule> Rules = new Dictionary<string, AccessRule>
    {
        ["GET /health"] = Public,
        ["GET /health/live"] = Public,
        ["GET /health/ready"] = Public,
        ["GET /metrics"] = Everywhere(SeeMetrics),
        ["PAGE /Hosting/Error"] = Public,
        ["GET /wallboard/{token}"] = Public,
        ["GET /openapi/v1.json"] = LetIn,

        ["PAGE /Access/Accounts/SignIn"] = Public,
        ["PAGE /Access/Accounts/SignIn POST"] = Public,
        ["PAGE /Access/Accounts/SignIn POST Passkey"] = Public,
        ["PAGE /Access/Accounts/SignIn POST Demonstration"] = Public,
        ["PAGE /Access/Accounts/Code"] = Public,
        ["PAGE /Access/Accounts/Code POST"] = Public,
        ["PAGE /Access/Accounts/Code POST Recovery"] = Public,
        ["PAGE /Access/Accounts/Organisation"] = Public,
        ["PAGE /Access/Accounts/Join"] = Public,
        ["PAGE /Access/Accounts/Join POST"] = Public,
        ["PAGE /Access/Accounts/SignOut"] = Public,
        ["PAGE /Access/Accounts/SignOut POST"] = Public,
        ["PAGE /Access/Accounts/Account"] = Person,
        ["PAGE /Access/Accounts/Account POST Password"] = Person,
        ["PAGE /Access/Accounts/Account POST Codes"] = Person,
        ["PAGE /Access/Accounts/Account POST Authenticator"] = Person,
        ["PAGE /Access/Accounts/Account POST Passkey"] = Person,
        ["PAGE /Access/Accounts/Account POST AddPasskey"] = Person,
        ["PAGE /Access/Accounts/Account POST RenamePasskey"] = Person,
        ["PAGE /Access/Accounts/Account POST RemovePasskey"] = Person,
        ["PAGE /Access/Accounts/Account POST Everywhere"] = Person,
        ["PAGE /Access/Accounts/Account POST Read"] = Person,
        ["PAGE /Access/Accounts/Authenticator"] = Person,
        ["PAGE /Access/Accounts/Authenticator POST"] = Person,

        ["HUB BoardHub"] = LetIn,
        ["HUB BoardHub Watch"] = InLocality(SeeCounts),
        ["HUB BoardHub Leave"] = LetIn,

        ["GET /api/localities"] = LetIn,
        ["GET /api/localities/{locality}/board"] = InLocality(SeeCounts),
        ["GET /api/localities/{locality}/choices"] = OfStayInQuery(SeeStays),
        ["GET /api/localities/{locality}/suited"] = InLocality(SeeBoard),
        ["GET /api/localities/{locality}/plan"] = InLocality(PlaceHolds),
        ["GET /api/localities/{locality}/reports/{report}"] = InLocality(SeeCounts),
        ["GET /api/localities/{locality}/grand-round"] = InLocality(SeeCounts),
        ["POST /api/localities/{locality}/imports"] = InLocality(RegisterSites),
        ["GET …site"] = AtSite(SeeSite),
        ["PUT …site"] = AtSite(RegisterSites),
        ["POST …site/close-site"] = AtSite(RegisterSites),
        ["POST …site/reopen-site"] = AtSite(RegisterSites),
        ["POST …site/declare-vacancies"] = AtSite(DeclareVacancies),
        ["POST …site/confirm-unchanged"] = AtSite(DeclareVacancies),
        ["POST …site/request-figures"] = AtSite(SeeBoard),
        ["POST …site/close-beds"] = AtSite(DeclareVacancies),
        ["POST …site/reopen-beds"] = AtSite(DeclareVacancies),
        ["POST …site/expect-vacancy"] = AtSite(DeclareVacancies),
        ["POST …site/confirm-expected-vacancy"] = AtSite(DeclareVacancies),
        ["POST …site/cancel-expected-vacancy"] = AtSite(DeclareVacancies),
        ["POST …site/suspend-placements"] = AtSite(SuspendPlacements),
        ["POST …site/lift-suspension"] = AtSite(SuspendPlacements),
        ["POST …site/place-hold"] = AtSite(PlaceHolds),
        ["POST …site/extend-hold"] = AtSite(PlaceHolds),
        ["POST …site/accept-hold"] = AtSite(AnswerHolds),
        ["POST …site/plan-assessment"] = AtSite(AnswerHolds),
        ["POST …site/decline-hold"] = AtSite(AnswerHolds),
        ["POST …site/release-hold"] = AtSite(AnswerHolds),
        ["POST …site/admit-on-hold"] = AtSite(AnswerHolds),
        ["POST …site/undo-arrival"] = AtSite(AnswerHolds),
        ["POST …site/deny-arrival"] = Anywhere(ChangeStays),
        ["POST …site/make-enquiry"] = AtSite(PlaceHolds),
        ["POST …site/acknowledge-enquiry"] = AtSite(AnswerEnquiries),
        ["POST …site/plan-enquiry-assessment"] = AtSite(AnswerEnquiries),
        ["POST …site/complete-enquiry-assessment"] = AtSite(AnswerEnquiries),
        ["POST …site/answer-enquiry"] = AtSite(AnswerEnquiries),
        ["POST …site/question-enquiry"] = AtSite(AnswerEnquiries),
        ["POST …site/reply-to-enquiry"] = AtSite(PlaceHolds),
        ["POST …site/withdraw-enquiry"] = AtSite(PlaceHolds),
        ["POST …site/agree-trusted-assessment"] = AtSite(AnswerHolds),
        ["POST …site/end-trusted-assessment"] = AtSite(AnswerHolds),
        ["POST …site/answer-return"] = AtSite(AnswerHolds),
        ["POST …site/admit-stay"] = AtSite(ChangeStays),
        ["POST …site/change-bed"] = AtSite(ChangeStays),
        ["POST …site/swap-beds"] = AtSite(ChangeStays),
        ["POST …site/set-expected-discharge"] = AtSite(ChangeStays),
        ["POST …site/declare-medically-optimised"] = AtSite(ChangeStays),
        ["POST …site/withdraw-medically-optimised"] = AtSite(ChangeStays),
        ["POST …site/discharge-stay"] = AtSite(ChangeStays),
        ["POST …site/transfer-stay"] = AtSite(ChangeStays),
        ["POST …site/cancel-admission"] = AtSite(ChangeStays),
        ["POST …site/cancel-discharge"] = AtSite(ChangeStays),
        ["POST …site/cancel-medically-optimised"] = AtSite(ChangeStays),
        ["POST …site/correct-stay"] = AtSite(ChangeStays),
        ["POST …site/set-pathway"] = AtSite(PlanDischarges),
        ["POST …site/set-needs"] = AtSite(PlanDischarges),
        ["POST …site/set-usual-residence"] = AtSite(PlanDischarges),
        ["POST …site/record-delay"] = AtSite(PlanDischarges),
        ["POST …site/end-delay"] = AtSite(PlanDischarges),
        ["POST …site/mark-day"] = AtSite(PlanDischarges),
        ["POST …site/give-choice-list"] = AtSite(PlanDischarges),
        ["POST …site/review-stay"] = AtSite(ReviewStays),
        ["POST …site/agree-action"] = AtSite(ReviewStays),
        ["POST …site/complete-action"] = AtSite(ReviewStays),
        ["POST …site/change-action"] = AtSite(ReviewStays),
        ["POST …site/drop-action"] = AtSite(ReviewStays),
        ["POST …site/request-assessment"] = AtSite(PlanDischarges),
        ["POST …site/promise-assessment"] = AtSite(Assess),
        ["POST …site/start-assessment"] = AtSite(Assess),
        ["POST …site/complete-assessment"] = AtSite(Assess),
        ["POST …site/cancel-assessment"] = AtSite(PlanDischarges),
        ["POST …site/offer-place"] = AtSite(PlanDischarges),
        ["POST …site/answer-offer"] = AtSite(PlanDischarges),
        ["POST …site/withdraw-offer"] = AtSite(PlanDischarges),
        ["POST …site/give-choice-letter"] = AtSite(PlanDischarges),
        ["POST …site/state-fees"] = AtSite(DeclareVacancies),

        ["PAGE /Admin/Admin"] = Administering(Administer),
        ["PAGE /Admin/Admin POST Read"] = Administering(Administer),
        ["PAGE /Admin/People"] = Administering(Administer),
        ["PAGE /Admin/People POST Invite"] = Administering(Administer),
        ["PAGE /Admin/InviteMany"] = Administering(Administer),
        ["PAGE /Admin/InviteMany POST Check"] = Administering(Administer),
        ["PAGE /Admin/InviteMany POST Invite"] = Administering(Administer),
        ["PAGE /Admin/Person"] = Administering(Administer),
        ["PAGE /Admin/Person POST Give"] = Administering(Administer),
        ["PAGE /Admin/Person POST Take"] = Administering(Administer),
        ["PAGE /Admin/Person POST Link"] = Administering(Administer),
        ["PAGE /Admin/Person POST Authenticator"] = Administering(Administer),
        ["PAGE /Admin/Person POST Everywhere"] = Administering(Administer),
        ["PAGE /Admin/Person POST Unlock"] = Administering(Administer),
        ["PAGE /Admin/Person POST Close"] = Administering(Administer),
        ["PAGE /Admin/Person POST Reopen"] = Administering(Administer),
        ["PAGE /Admin/Keys"] = Administering(Administer),
        ["PAGE /Admin/Keys POST Make"] = Administering(Administer),
        ["PAGE /Admin/Keys POST Revoke"] = Administering(Administer),
        ["PAGE /Admin/Wallboards"] = Administering(Administer),
        ["PAGE /Admin/Wallboards POST Make"] = Administering(Administer),
        ["PAGE /Admin/Wallboards POST Revoke"] = Administering(Administer),
        ["PAGE /Admin/Sites"] = Administering(RegisterSites),
        ["PAGE /Admin/Sites POST Register"] = Administering(RegisterSites),
        ["PAGE /Admin/AddSites"] = Administering(RegisterSites),
        ["PAGE /Admin/AddSites POST Preview"] = Administering(RegisterSites),

        // Whoever registers a site states the beds that it begins with; from then on its figures are its own.
        ["PAGE /Admin/AddSites POST Add"] = Administering(RegisterSites),
        ["PAGE /Admin/EditSite"] = AtSiteInQuery(RegisterSites) with { OfPeople = true },
        ["PAGE /Admin/EditSite POST Save"] = AtSiteInQuery(RegisterSites) with { OfPeople = true },
        ["PAGE /Admin/EditSite POST Close"] = AtSiteInQuery(RegisterSites) with { OfPeople = true },
        ["PAGE /Admin/EditSite POST Reopen"] = AtSiteInQuery(RegisterSites) with { OfPeople = true },
        ["PAGE /Admin/Policy"] = Administering(Administer),
        ["PAGE /Admin/Policy POST Set"] = Administering(Administer),
        ["PAGE /Admin/Audit"] = Administering(SeeAudit),
        ["PAGE /Postcodes/Postcodes"] = Everywhere(Administer) with { OfPeople = true },
        ["PAGE /Postcodes/Postcodes POST Import"] = Everywhere(Administer) with { OfPeople = true },

        ["PAGE /Finding/Search"] = LetIn,
        ["PAGE /Work/MyWork"] = Person,
        ["PAGE /Work/MyWork POST Do"] = Person,
        ["PAGE /Help/Help"] = LetIn,
        ["PAGE /Board/Home"] = LetIn,
        ["PAGE /Board/Freshness"] = LetIn,
        ["PAGE /Board/Board"] = InLocality(SeeCounts),
        ["PAGE /Chasing/Chase"] = InLocality(SeeCounts),
        ["PAGE /Chasing/Chase POST Ask"] = AtSiteInQuery(SeeBoard),
        ["PAGE /Board/Wall"] = InLocality(SeeCounts),
        ["PAGE /Changes/Changes"] = InLocality(SeeCounts),
        ["PAGE /People/People"] = InLocality(SeeCounts),
        ["PAGE /Reports/Reports"] = InLocality(SeeCounts),
        ["PAGE /Reports/Report"] = InLocality(SeeCounts),
        ["PAGE /Reports/Who"] = InLocality(SeeCounts),
        ["PAGE /Returns/Returns"] = InLocality(SeeCounts),
        ["GET /{locality}/reports/{report}.csv"] = InLocality(SeeCounts),
        ["GET /{locality}/returns/{name}.csv"] = InLocality(SeeCounts),
        ["PAGE /GrandRounds/GrandRound"] = InLocality(SeeCounts),
        ["PAGE /GrandRounds/GrandRound POST Review"] = AtSiteInQuery(ReviewStays),
        ["PAGE /GrandRounds/GrandRound POST Done"] = AtSiteInQuery(ReviewStays),
        ["PAGE /GrandRounds/GrandRound POST Change"] = AtSiteInQuery(ReviewStays),
        ["PAGE /GrandRounds/GrandRound POST Drop"] = AtSiteInQuery(ReviewStays),
        ["PAGE /GrandRounds/Actions"] = InLocality(SeeCounts),
        ["PAGE /GrandRounds/Actions POST Done"] = AtSiteInQuery(ReviewStays),
        ["PAGE /GrandRounds/Actions POST Change"] = AtSiteInQuery(ReviewStays),
        ["PAGE /GrandRounds/Actions POST Drop"] = AtSiteInQuery(ReviewStays),
        ["PAGE /GrandRounds/Summary"] = InLocality(SeeCounts),
        ["PAGE /GrandRounds/Walk"] = InLocality(SeeCounts),
        ["PAGE /Assessments/Assessments"] = InLocality(SeeCounts),
        ["PAGE /Assessments/Assessments POST PromiseAssessment"] = OfStayInQuery(Assess),
        ["PAGE /Assessments/Assessments POST StartAssessment"] = OfStayInQuery(Assess),
        ["PAGE /Assessments/Assessments POST CompleteAssessment"] = OfStayInQuery(Assess),
        ["PAGE /Import/Import"] = Anywhere(RegisterSites),
        ["PAGE /Import/Import POST Check"] = Anywhere(RegisterSites),
        ["PAGE /Import/Import POST Import"] = Anywhere(RegisterSites),

        ["PAGE /Holds/Hold"] = AtSiteInQuery(PlaceHolds),
        ["PAGE /Holds/Hold POST Place"] = AtSiteInQuery(PlaceHolds),
        ["PAGE /Holds/Hold POST Extend"] = AtSiteInQuery(PlaceHolds),
        ["PAGE /Holds/Hold POST Release"] = AtSiteInQuery(AnswerHolds),

        ["PAGE /Enquiries/Enquiries"] = InLocality(SeeCounts),

        ["PAGE /Choices/Choices"] = OfStayInQuery(SeeStays),
        ["PAGE /Choices/Suited"] = InLocality(SeeBoard),
        ["PAGE /Choices/Choices POST Hold"] = Anywhere(PlaceHolds),
        ["PAGE /Choices/Choices POST Ask"] = Anywhere(PlaceHolds),
        ["PAGE /Choices/Choices POST Offer"] = OfStayInQuery(PlanDischarges),
        ["PAGE /Choices/Choices POST Give"] = OfStayInQuery(PlanDischarges),

        ["PAGE /Plans/Plan"] = InLocality(PlaceHolds),
        ["PAGE /Plans/Plan POST Ask"] = InLocality(PlaceHolds),
        ["PAGE /Plans/Plan POST Hold"] = InLocality(PlaceHolds),

        ["PAGE /People/Stay"] = OfStayInQuery(SeeStays),
        ["PAGE /People/Stay POST Pathway"] = OfStayInQuery(PlanDischarges),
        ["PAGE /People/Stay POST Needs"] = OfStayInQuery(PlanDischarges),
        ["PAGE /People/Stay POST Residence"] = OfStayInQuery(PlanDischarges),
        ["PAGE /People/Stay POST Delay"] = OfStayInQuery(PlanDischarges),
        ["PAGE /People/Stay POST EndDelay"] = OfStayInQuery(PlanDischarges),
        ["PAGE /People/Stay POST PrimaryDelay"] = OfStayInQuery(PlanDischarges),
        ["PAGE /People/Stay POST Day"] = OfStayInQuery(PlanDischarges),
        ["PAGE /People/Stay POST HoldAsked"] = Anywhere(PlaceHolds),
        ["PAGE /People/Stay POST WithdrawEnquiry"] = Anywhere(PlaceHolds),

        // The ward knows its patient best, so it too replies to a place's question.
        ["PAGE /People/Stay POST Reply"] = OfStayInQuery(PlanDischarges),
        ["PAGE /People/Stay POST AskAssessment"] = OfStayInQuery(PlanDischarges),
        ["PAGE /People/Stay POST PromiseAssessment"] = OfStayInQuery(Assess),
        ["PAGE /People/Stay POST StartAssessment"] = OfStayInQuery(Assess),
        ["PAGE /People/Stay POST CompleteAssessment"] = OfStayInQuery(Assess),
        ["PAGE /People/Stay POST CancelAssessment"] = OfStayInQuery(PlanDischarges),
        ["PAGE /People/Stay POST Offer"] = OfStayInQuery(PlanDischarges),
        ["PAGE /People/Stay POST AnswerOffer"] = OfStayInQuery(PlanDischarges),
        ["PAGE /People/Stay POST WithdrawOffer"] = OfStayInQuery(PlanDischarges),
        ["PAGE /People/Stay POST Letter"] = OfStayInQuery(PlanDischarges),
        ["PAGE /People/Stay POST ExpectedDischarge"] = AtSiteInQuery(ChangeStays),
        ["PAGE /People/Stay POST Optimised"] = AtSiteInQuery(ChangeStays),
        ["PAGE /People/Stay POST Withdraw"] = AtSiteInQuery(ChangeStays),
        ["PAGE /People/Stay POST CancelOptimised"] = AtSiteInQuery(ChangeStays),
        ["PAGE /People/Stay POST Correct"] = AtSiteInQuery(ChangeStays),
        ["PAGE /People/Stay POST Discharge"] = AtSiteInQuery(ChangeStays),
        ["PAGE /People/Stay POST Left"] = AtSiteInQuery(ChangeStays),
        ["PAGE /People/Stay POST StillHere"] = AtSiteInQuery(ChangeStays),
        ["PAGE /People/Stay POST CancelAdmission"] = AtSiteInQuery(ChangeStays),
        ["PAGE /People/Stay POST CancelDischarge"] = AtSiteInQuery(ChangeStays),

        ["PAGE /Sites/Site"] = AtSite(SeeSite),
        ["PAGE /Sites/Site POST Confirm"] = AtSite(DeclareVacancies),
        ["PAGE /Sites/Site POST Ask"] = AtSite(SeeBoard),
        ["PAGE /Sites/Site POST Numbers"] = AtSite(DeclareVacancies),
        ["PAGE /Sites/Site POST Step"] = AtSite(DeclareVacancies),
        ["PAGE /Sites/Site POST Close"] = AtSite(DeclareVacancies),
        ["PAGE /Sites/Site POST Reopen"] = AtSite(DeclareVacancies),
        ["PAGE /Sites/Site POST Expect"] = AtSite(DeclareVacancies),
        ["PAGE /Sites/Site POST Free"] = AtSite(DeclareVacancies),
        ["PAGE /Sites/Site POST NotAnyMore"] = AtSite(DeclareVacancies),
        ["PAGE /Sites/Site POST Admit"] = AtSite(AnswerHolds),
        ["PAGE /Sites/Site POST Undo"] = AtSite(AnswerHolds),
        ["PAGE /Sites/Site POST Accept"] = AtSite(AnswerHolds),
        ["PAGE /Sites/Site POST Assess"] = AtSite(AnswerHolds),
        ["PAGE /Sites/Site POST Decline"] = AtSite(AnswerHolds),
        ["PAGE /Sites/Site POST Fees"] = AtSite(DeclareVacancies),
        ["PAGE /Sites/Site POST Seen"] = AtSite(AnswerEnquiries),
        ["PAGE /Sites/Site POST Answer"] = AtSite(AnswerEnquiries),
        ["PAGE /Sites/Site POST PlanToAssess"] = AtSite(AnswerEnquiries),
        ["PAGE /Sites/Site POST Assessed"] = AtSite(AnswerEnquiries),
        ["PAGE /Sites/Site POST Question"] = AtSite(AnswerEnquiries),
        ["PAGE /Sites/Site POST Agree"] = AtSite(AnswerHolds),
        ["PAGE /Sites/Site POST EndAgreement"] = AtSite(AnswerHolds),
        ["PAGE /Sites/Site POST Return"] = AtSite(AnswerHolds),
        ["PAGE /Sites/Site POST Suspend"] = AtSite(SuspendPlacements),
        ["PAGE /Sites/Site POST Lift"] = AtSite(SuspendPlacements),
    }
    .Concat(People("PAGE /Sites/Ward"))
    .Concat(People("PAGE /Sites/People"))
    .Concat(Cluster("GET /admin/cluster"))
    .ToFrozenDictionary();

    /// <summary>An endpoint's rule; null if the table has none, so that it is closed to everyone.</summary>
    public static AccessRule? Find(string name) => Rules.GetValueOrDefault(name);

    public static IReadOnlyCollection<string> Names => Rules.Keys;

    private static Dictionary<string, AccessRule> People(string page) => new()
    {
        [page] = AtSite(SeeStays),
        [$"{page} POST Confirm"] = AtSite(DeclareVacancies),
        [$"{page} POST Ask"] = AtSite(SeeBoard),
        [$"{page} POST Numbers"] = AtSite(DeclareVacancies),
        [$"{page} POST Close"] = AtSite(DeclareVacancies),
        [$"{page} POST Reopen"] = AtSite(DeclareVacancies),
        [$"{page} POST Accept"] = AtSite(AnswerHolds),
        [$"{page} POST Assess"] = AtSite(AnswerHolds),
        [$"{page} POST Decline"] = AtSite(AnswerHolds),
        [$"{page} POST Admit"] = AtSite(ChangeStays),
        [$"{page} POST ChangeBed"] = AtSite(ChangeStays),
        [$"{page} POST ExpectedDischarge"] = AtSite(ChangeStays),
        [$"{page} POST Optimised"] = AtSite(ChangeStays),
        [$"{page} POST Withdraw"] = AtSite(ChangeStays),
        [$"{page} POST Discharge"] = AtSite(ChangeStays),
        [$"{page} POST Left"] = AtSite(ChangeStays),
        [$"{page} POST StillHere"] = AtSite(ChangeStays),
        [$"{page} POST Undo"] = AtSite(ChangeStays),
        [$"{page} POST Transfer"] = AtSite(ChangeStays),
    };

    /// <summary>Orleans' dashboard. Grain state holds data about people, and its log is switched off.</summary>
    private static Dictionary<string, AccessRule> Cluster(string pages) => ClusterPages
        .ToDictionary(page => pages + page, _ => Everywhere(Administer) with { OfPeople = true })
        .Concat([new($"{pages}/GrainState", Nobody), new($"{pages}/Trace", Nobody)])
        .ToDictionary();

    private static AccessRule Anywhere(Permission needed) => new(needed, AccessPlace.Anywhere);

    private static AccessRule Everywhere(Permission needed) => new(needed, AccessPlace.Everywhere);

    private static AccessRule Administering(Permission needed) => new(needed, AccessPlace.Anywhere, OfPeople: true);

    private static AccessRule InLocality(Permission needed) => new(needed, AccessPlace.Locality);

    private static AccessRule AtSite(Permission needed) => new(needed, AccessPlace.Site);

    private static AccessRule AtSiteInQuery(Permission needed) => new(needed, AccessPlace.SiteInQuery);

    private static AccessRule OfStayInQuery(Permission needed) => new(needed, AccessPlace.StayInQuery);
}
