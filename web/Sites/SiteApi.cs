using System.ComponentModel;
using CapacityBoard.Access;
using CapacityBoard.Access.Accounts;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Api;
using CapacityBoard.Assessments;
using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Commands;
using CapacityBoard.Enquiries;
using CapacityBoard.Fees;
using CapacityBoard.GrandRounds;
using CapacityBoard.History;
using CapacityBoard.Holds;
using CapacityBoard.Offers;
using CapacityBoard.Projections;
using CapacityBoard.Residences;
using CapacityBoard.Stays;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Sites;

/// <summary>
/// Every command of a site as <c>POST …/{command}</c>, with the command's own record as body; <c>PUT</c> registers the site and
/// <c>GET</c> reads it.
/// </summary>
internal static class SiteApi
{
    public static void MapSites(this IEndpointRouteBuilder api)
    {
        KindRoutes[] places = [MapSite(api, SiteKind.CareHome, "care-homes/{site}"), MapSite(api, SiteKind.HomeCareProvider, "home-care-providers/{site}")];
        foreach (var place in places)
        {
            MapCapacity(place);
            MapEnquiries(place);
            place.MapCommand<AnswerReturn>("answer-return", "Says whether a person in hospital whose usual residence this is can come back, and until when their bed or package is kept.");
        }

        places[0].MapCommand<StateFees>("state-fees", "States what the care home costs, as families see it. Places offered before keep the earlier statement.");
        var unit = MapSite(api, SiteKind.IntermediateCareUnit, "intermediate-care-units/{site}");
        MapCapacity(unit);
        MapEnquiries(unit);
        MapStays(unit);
        var ward = MapSite(api, SiteKind.Ward, "hospitals/{hospital}/wards/{ward}");
        MapCapacity(ward);
        MapStays(ward);
        ward.MapCommand<BeginTransfer>("transfer-stay", "Transfers a person to another ward in the same hospital and keeps the admission.");
    }

    /// <summary>The API's address of a site.</summary>
    public static string AddressOf(SiteKind kind, SiteKey key) => kind switch
    {
        SiteKind.CareHome => $"/api/localities/{key.Locality}/care-homes/{key.Name}",
        SiteKind.HomeCareProvider => $"/api/localities/{key.Locality}/home-care-providers/{key.Name}",
        SiteKind.IntermediateCareUnit => $"/api/localities/{key.Locality}/intermediate-care-units/{key.Name}",
        _ => $"/api/localities/{key.Locality}/hospitals/{key.Hospital}/wards/{key.Name}",
    };

    private static KindRoutes MapSite(IEndpointRouteBuilder api, SiteKind kind, string path)
    {
        var group = api.MapGroup($"/localities/{{locality}}/{path}")
            .WithTags(Codes.Of(kind))
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("", ([AsParameters] AsAtQuery query, HttpContext http, SiteReader reader, AccessLog log) => Read(kind, query, http, reader, log))
            .WithSummary("Gets the site, open or closed, now or as it was at a past time: its figures, holds, expected vacancies, suspensions and any stays it records.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapPut("", (SiteDetails details, [AsParameters] CommandHeaders headers, HttpContext http, SiteCommands commands) =>
                Register(kind, details, headers, http, commands))
            .WithSummary("Registers the site, or updates its details.")
            .WithCommandProblems();
        var site = new KindRoutes(kind, group);
        site.MapCommand<CloseSite>("close-site", "Takes the site off the board and keeps its history. Refused while it has people or holds.");
        site.MapCommand<ReopenSite>("reopen-site", "Puts a closed site back on the board with the figures it had.");
        return site;
    }

    private static void MapCapacity(KindRoutes site)
    {
        site.MapCommand<DeclareVacancies>("declare-vacancies", "Declares the total, occupied and closed beds of each type given.");
        site.MapCommand<ConfirmUnchanged>("confirm-unchanged", "Confirms that the figures have not changed.");
        site.MapCommand<RequestFigures>("request-figures", "Asks the site for an update of its figures. Within 30 minutes of an unanswered request that one stands and nothing is recorded.");
        site.MapCommand<CloseBeds>("close-beds", "Takes vacant beds out of use.");
        site.MapCommand<ReopenBeds>("reopen-beds", "Puts closed beds back into use.");
        site.MapCommand<ExpectVacancy>("expect-vacancy", "Adds a vacancy expected at a given time. Its ID is the operation ID.");
        site.MapCommand<ConfirmExpectedVacancy>("confirm-expected-vacancy", "Confirms that the expected bed is free now.");
        site.MapCommand<CancelExpectedVacancy>("cancel-expected-vacancy", "Cancels a vacancy that is no longer expected.");
        site.MapCommand<SuspendPlacements>("suspend-placements", "Suspends placements at the site or for one bed type.");
        site.MapCommand<LiftSuspension>("lift-suspension", "Ends a suspension.");
        site.MapCommand<PlaceHold>("place-hold", "Holds one vacant bed for one stay until a given time. The hold's ID is the operation ID.");
        site.MapCommand<ExtendHold>("extend-hold", "Extends the hold.");
        site.MapCommand<AcceptHold>("accept-hold", "Accepts the person the bed is held for.");
        site.MapCommand<PlanAssessment>("plan-assessment", "Plans an assessment before the site accepts, at a time before the hold ends.");
        site.MapCommand<DeclineHold>("decline-hold", "Declines the person, with a reason, and releases the bed.");
        site.MapCommand<ReleaseHold>("release-hold", "Releases the bed, with a reason.");
        site.MapCommand<UndoArrival>("undo-arrival", "Undoes an arrival recorded by mistake, within an hour. The bed is held again.");
        site.MapCommand<DenyArrival>("deny-arrival", "Takes back an arrival because the person is still on their ward or unit. Anyone who may change stays there may send it.");
        site.MapCommand<AdmitOnHold>("admit-on-hold", "Records that the person has arrived. The hold ends and one more bed is occupied; the ward or unit they came from confirms that they left.");
    }

    private static void MapEnquiries(KindRoutes place)
    {
        place.MapCommand<MakeEnquiry>("make-enquiry", "Asks whether the place can take a person. No bed is held. The enquiry's ID is the operation ID.");
        place.MapCommand<AcknowledgeEnquiry>("acknowledge-enquiry", "Records that the place has seen the enquiry.");
        place.MapCommand<PlanEnquiryAssessment>("plan-enquiry-assessment", "Plans the assessment of the person, or moves it.");
        place.MapCommand<CompleteEnquiryAssessment>("complete-enquiry-assessment", "Records that the person was assessed for this place.");
        place.MapCommand<AnswerEnquiry>("answer-enquiry", "Answers: now, from a date, when a bed is free, or no with a reason. A no ends the enquiry.");
        place.MapCommand<QuestionEnquiry>("question-enquiry", "Asks what the place needs to know before it can answer.");
        place.MapCommand<ReplyToEnquiry>("reply-to-enquiry", "Replies to the place's question.");
        place.MapCommand<WithdrawEnquiry>("withdraw-enquiry", "Ends an enquiry whose answer nobody needs any more.");
        place.MapCommand<AgreeTrustedAssessment>("agree-trusted-assessment", "Records the place's agreement that trusted assessors answer on its behalf.");
        place.MapCommand<EndTrustedAssessment>("end-trusted-assessment", "Ends that agreement.");
    }

    private static void MapStays(KindRoutes site)
    {
        site.MapCommand<AdmitStay>("admit-stay", "Admits a person to a vacant or held bed.");
        site.MapCommand<ChangeBed>("change-bed", "Moves a person to another bed at this site.");
        site.MapCommand<SwapBeds>("swap-beds", "Swaps the beds of two people.");
        site.MapCommand<SetExpectedDischarge>("set-expected-discharge", "Sets the expected date of discharge.");
        site.MapCommand<DeclareMedicallyOptimised>("declare-medically-optimised", "Declares a person medically optimised.");
        site.MapCommand<WithdrawMedicallyOptimised>("withdraw-medically-optimised", "Withdraws a declaration of medically optimised.");
        site.MapCommand<DischargeStay>("discharge-stay", "Discharges a person.");
        site.MapCommand<CancelAdmission>("cancel-admission", "Cancels an admission made by mistake, such as the wrong person or ward.");
        site.MapCommand<CancelDischarge>("cancel-discharge", "Cancels a discharge made by mistake, within 7 days.");
        site.MapCommand<CancelMedicallyOptimised>("cancel-medically-optimised", "Cancels a declaration of medically optimised made by mistake.");
        site.MapCommand<CorrectStay>("correct-stay", "Corrects the age band, admission time or home locality.");
        site.MapCommand<SetUsualResidence>("set-usual-residence", "Sets or removes the care home, or the provider of care in the person's own home, that they came from. The place can see that they are in hospital.");
        MapPlans(site);
        MapReviews(site);
        MapAssessments(site);
        MapOffers(site);
    }

    private static void MapPlans(KindRoutes site)
    {
        site.MapCommand<SetPathway>("set-pathway", "Sets or clears the discharge pathway.");
        site.MapCommand<SetNeeds>("set-needs", "Records what the person needs from their next place of care.");
        site.MapCommand<RecordDelay>("record-delay", "Records or updates a reason for delay.");
        site.MapCommand<EndDelay>("end-delay", "Marks a reason for delay as resolved.");
        site.MapCommand<MarkDay>("mark-day", "Marks a day green, or red with a reason.");
        site.MapCommand<GiveChoiceList>("give-choice-list", "Records that a choice list was given to the person or family.");
    }

    private static void MapReviews(KindRoutes site)
    {
        site.MapCommand<ReviewStay>("review-stay", "Records the outcome of a grand round review and the actions agreed. Refused if someone else has reviewed the stay since.");
        site.MapCommand<AgreeAction>("agree-action", "Agrees an action between rounds. Its ID is the operation ID followed by /1.");
        site.MapCommand<CompleteAction>("complete-action", "Marks an action as done.");
        site.MapCommand<ChangeAction>("change-action", "Changes the owner or due date of an action.");
        site.MapCommand<DropAction>("drop-action", "Drops an action that is no longer needed.");
    }

    private static void MapAssessments(KindRoutes site)
    {
        site.MapCommand<RequestAssessment>("request-assessment", "Asks a team for an assessment. Its ID is the operation ID. If the person is medically optimised, its reason for delay is recorded too.");
        site.MapCommand<PromiseAssessment>("promise-assessment", "Promises when the team will assess the person.");
        site.MapCommand<StartAssessment>("start-assessment", "Records that the assessment has started.");
        site.MapCommand<CompleteAssessment>("complete-assessment", "Records that the assessment is done, with its outcome. The notice says why the reason for delay continues, if it does.");
        site.MapCommand<CancelAssessment>("cancel-assessment", "Cancels an assessment that is no longer wanted. The notice says why the reason for delay continues, if it does.");
    }

    private static void MapOffers(KindRoutes site)
    {
        site.MapCommand<OfferPlace>("offer-place", "Records that a place was offered to the person and family, with the place’s own statement on fees. Its ID is the operation ID. No bed is held.");
        site.MapCommand<AnswerOffer>("answer-offer", "Records the family’s answer: accepted, declined with a reason, or wants to see it first. A later answer replaces it.");
        site.MapCommand<WithdrawOffer>("withdraw-offer", "Withdraws an offer. Nothing counts from a place that does not suit, or from a mistake.");
        site.MapCommand<GiveChoiceLetter>("give-choice-letter", "Records that a letter of the locality’s choice policy was given.");
    }

    private static void MapCommand<TCommand>(this KindRoutes site, string name, string summary)
        where TCommand : SiteCommand =>
        site.Group.MapPost(name, (TCommand command, [AsParameters] CommandHeaders headers, HttpContext http, SiteCommands commands) =>
                Execute(site.Kind, command, headers, http, commands))
            .WithSummary(summary)
            .WithCommandProblems();

    private static void WithCommandProblems(this RouteHandlerBuilder endpoint) => endpoint
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<Results<Ok<SiteView>, ProblemHttpResult>> Read(
        SiteKind kind, AsAtQuery query, HttpContext http, SiteReader reader, AccessLog log)
    {
        if (KeyOf(http) is not { } key)
        {
            return TypedResults.Problem(NoSuchKey());
        }

        if (await reader.Read(key, http.RequestAborted) is not { Details: not null } site || site.Kind != kind)
        {
            return TypedResults.Problem(Problems.Of(new Refusal(RefusalCode.UnknownSite, $"There is no {Codes.Of(kind)} {key}.")));
        }

        var shown = await reader.At(reader.Asked(key, (now, began) => query.Of(now, began)), site, http.RequestAborted);
        if (shown.AsAt.Problems.Count > 0)
        {
            return TypedResults.Problem(AsAtQuery.ProblemOf(shown.AsAt));
        }

        var view = SiteView.Of(shown);
        if (!http.Caller()!.May(Permission.SeeStays, Scope.Of(key)))
        {
            return TypedResults.Ok(view.WithoutStays());
        }

        if (kind.IsResidence() && !shown.AsAt.IsPast)
        {
            var boards = http.RequestServices.GetRequiredService<Boards>();
            view = view with { Residents = [.. PersonsResidence.From(shown.Site, boards.Residents, boards.Find).Select(each => ResidentInHospital.Of(each, boards))] };
        }

        await log.RecordView(http, key, view.References, shown.AsAt.Past);
        return TypedResults.Ok(view);
    }

    /// <summary>The body is the details themselves, so that refusals name their fields without the command's name.</summary>
    private static async Task<Results<Ok<CommandAccepted>, ProblemHttpResult>> Register(
        SiteKind kind, SiteDetails details, CommandHeaders headers, HttpContext http, SiteCommands commands)
    {
        const string Prefix = "details.";
        return await Execute(kind, new RegisterSite(details), headers, http, commands, refusal => refusal.Field?.StartsWith(Prefix, StringComparison.Ordinal) == true
            ? refusal with { Field = refusal.Field[Prefix.Length..], Message = refusal.Message.Replace($"'{Prefix}", "'", StringComparison.Ordinal) }
            : refusal);
    }

    private static async Task<Results<Ok<CommandAccepted>, ProblemHttpResult>> Execute(
        SiteKind kind, SiteCommand command, CommandHeaders headers, HttpContext http, SiteCommands commands, Func<Refusal, Refusal>? reword = null)
    {
        if (KeyOf(http) is not { } key)
        {
            return TypedResults.Problem(NoSuchKey());
        }

        if (headers.Check(http.Caller()!, command is BeginTransfer ? StayTransfer.LongestOperation : Limits.ShortText) is { } wrong)
        {
            return TypedResults.Problem(Problems.Of(wrong));
        }

        var outcome = await commands.Execute(http, kind, key, headers.Request(command, http.Caller()!));
        return outcome.Refusal is { } refusal
            ? TypedResults.Problem(Problems.Of(reword?.Invoke(refusal) ?? refusal))
            : TypedResults.Ok(new CommandAccepted(key, outcome.Version, headers.Operation, await NoticeOf(command, key, outcome, http)));
    }

    /// <summary>What a person should know of what was done; null if there is nothing.</summary>
    private static Task<string?> NoticeOf(SiteCommand command, SiteKey site, Outcome outcome, HttpContext http) => command switch
    {
        PlaceHold { Stay: { } stay } hold => NoticeOf(hold, stay, http),
        CompleteAssessment c => NoticeOf(c.Stay, c.Assessment, site, outcome, http),
        AnswerOffer c => NoticeOf(c.Stay, site, outcome, http),
        WithdrawOffer c => NoticeOf(c.Stay, site, outcome, http),
        CancelAssessment c => NoticeOf(c.Stay, c.Assessment, site, outcome, http),
        _ => Task.FromResult<string?>(null),
    };

    /// <summary>Why choice is still a reason for delay though nothing is left to choose.</summary>
    private static async Task<string?> NoticeOf(string stay, SiteKey key, Outcome outcome, HttpContext http)
    {
        var site = await http.RequestServices.GetRequiredService<SiteReader>().ReadAfter(outcome, key, http.RequestAborted);
        return OfferWords.WhyChoiceContinues(site?.Stays.Find(stay));
    }

    /// <summary>Why a reason for delay continues after its assessment has ended.</summary>
    private static async Task<string?> NoticeOf(string stay, string assessment, SiteKey key, Outcome outcome, HttpContext http)
    {
        var site = await http.RequestServices.GetRequiredService<SiteReader>().ReadAfter(outcome, key, http.RequestAborted);
        var ended = site?.Stays.Find(stay)?.Assessments.FirstOrDefault(each => each.Id == assessment);
        return ended is null ? null : AssessmentWords.WhyDelayContinues(ended);
    }

    /// <summary>A bed is held for a person who has no stay on the board, which may be a mistake.</summary>
    private static async Task<string?> NoticeOf(PlaceHold hold, string stay, HttpContext http)
    {
        var boards = http.RequestServices.GetRequiredService<Boards>();
        await http.RequestServices.GetRequiredService<FoldProgress>().UpToDate(http.RequestAborted);
        return hold.From is { } from && boards.FindStay(from, stay) is { Left: null } person
            ? string.Join(" ", HoldWarnings.Of(boards, KeyOf(http)!, hold.Type, person.Site.Key, person.Stay, http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow())) is { Length: > 0 } warnings ? warnings : null
            : $"No stay with the reference {stay} was found{(hold.From is null ? ", as 'from' was not given" : $" at {hold.From}")}. No ward will be asked to confirm that they left.";
    }

    private static SiteKey? KeyOf(HttpContext http)
    {
        var route = http.Request.RouteValues;
        var path = route.TryGetValue("ward", out var ward)
            ? $"{route["locality"]}/{route["hospital"]}/{ward}"
            : $"{route["locality"]}/{route["site"]}";
        return SiteKey.TryParse(path, out var key) ? key : null;
    }

    private static ProblemDetails NoSuchKey() => Problems.Of(
        new Refusal(RefusalCode.UnknownSite, $"This is not a valid site address. Each part must be {SiteKey.Allowed}."));

    private sealed record KindRoutes(SiteKind Kind, RouteGroupBuilder Group);
}

/// <summary>The command was done, now or earlier under the same operation id.</summary>
/// <param name="Version">The site's version after it.</param>
/// <param name="Operation">The operation's id, which is also the id of a hold or expected vacancy that it created.</param>
/// <param name="Notice">For people: what was done but may be a mistake, or what it has not changed; null if there is nothing to say.</param>
internal sealed record CommandAccepted(SiteKey Site, long Version, string Operation, string? Notice = null);

/// <summary>What every command carries besides its body.</summary>
internal sealed record CommandHeaders(
    [property: FromHeader(Name = "Idempotency-Key"), Description("The caller's ID for this command. If the same caller repeats it with the same content, it is done once and gets the same answer. With different content it is refused (422, operation-reused) and nothing is done. Created for you if not given.")]
    string? IdempotencyKey,
    [property: FromHeader(Name = "Acting-As"), Description("With a key: the person the machine acts for. Shown next to the figures, followed by the key's name.")]
    string? ActingAs)
{
    public string Operation { get; } = string.IsNullOrWhiteSpace(IdempotencyKey) ? Guid.CreateVersion7().ToString("n") : IdempotencyKey;

    /// <summary>Who acts: the caller and, for a machine, the person it acts for.</summary>
    public string By(Caller caller) => string.IsNullOrWhiteSpace(ActingAs) ? caller.Name : $"{ActingAs}{Caller.Via}{caller.Name}";

    /// <summary>The request to execute, bound to its content if the caller chose the operation id.</summary>
    public SiteRequest Request(SiteCommand command, Caller caller) =>
        new(command, Operation, By(caller), string.IsNullOrWhiteSpace(IdempotencyKey) ? null : RequestFingerprint.Of(By(caller), command));

    /// <summary>Why they cannot be used; null if they can.</summary>
    public Refusal? Check(Caller caller, int longestOperation = Limits.ShortText) =>
        Limits.RequiredText(Operation, "Idempotency-Key", longestOperation) ?? CheckActingAs(caller) ?? Limits.RequiredText(By(caller), "Acting-As");

    private Refusal? CheckActingAs(Caller caller) => ActingAs switch
    {
        null => null,
        _ when caller.Kind != CallerKind.Key => Limits.Invalid("Acting-As", "'Acting-As' is only for machines with a key."),
        _ when CallerNames.SaysForWhom(ActingAs) => Limits.Invalid("Acting-As", $"'Acting-As' cannot contain '{Caller.Via}'."),
        _ => null,
    };
}
