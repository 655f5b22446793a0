using CapacityBoard.Assessments;
using CapacityBoard.Beds;
using CapacityBoard.Enquiries;
using CapacityBoard.GrandRounds;
using CapacityBoard.Holds;
using CapacityBoard.Offers;
using CapacityBoard.Residences;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Access.Leaks;

/// <summary>Somebody of whom all is recorded that can be, each word and name another.</summary>
/// <param name="at">The ward or unit that they are on.</param>
/// <param name="home">The locality where they live.</param>
/// <param name="kept">Where a bed is kept for them.</param>
/// <param name="later">The wards that they are on later.</param>
internal sealed class LeakPerson(LeakWorld world, SiteKey at, string home, SiteKey kept, params SiteKey[] later)
{
    private readonly DateTimeOffset _now = world.Board.Clock.GetUtcNow();
    private SiteKey[] _on = [at, .. later];
    private SiteKey _at = at;

    public string Reference { get; } = world.Secrets.New(
        SecretKind.Stay, $"reference, {at}", [Scope.Of(at), .. later.Select(Scope.Of), Scope.Parse(home), Scope.Of(kept), Scope.Of(LeakWorld.OtherHome)], isAudited: true);

    private DateOnly Today => LocalDay.Of(_now);

    /// <param name="declining">A home that cannot take them.</param>
    public async Task Live(SiteKey declining)
    {
        await world.Say(_at, new AdmitStay(Reference, Word("first bed"), LeakWorld.TypeAt(_at), AgeBand.From75To84, _now.AddDays(-30), home), Recorder("admitted by"));
        await Plan();
        await Change();
        await Review();
        await Assess();
        await Offer(declining);
        await Hold(declining);
        await Ask(declining);
        await GoBack();
    }

    public Task Leave() => world.Say(_at, new DischargeStay(Reference, Destination.CareHome), Recorder("discharged by"));

    /// <summary>To another ward, of which the one they left hears nothing more.</summary>
    public async Task Move(SiteKey to)
    {
        await world.Say(_at, new BeginTransfer(Reference, to, Word("bed moved to")), Recorder("moved by"));
        (_at, _on) = (to, [to]);
        await Said(new RecordDelay(Reference, DelayReason.HousingNotAvailable, Note: Word("delay after the move")));
        await Said(new ChangeBed(Reference, Word("bed after the move")));
    }

    private async Task Plan()
    {
        await Said(new SetPathway(Reference, Pathway.P3));
        await Said(new SetNeeds(Reference, Needs("needs")));
        await Said(new RecordDelay(Reference, DelayReason.CareHomeNotAvailable, Note: Word("delay")));
        await Said(new MarkDay(Reference, Today, IsGreen: false, DelayReason.Transport, Word("red day")));
        await Said(new MarkDay(Reference, Today.AddDays(-1), IsGreen: true, Note: Word("green day")));
        await Said(new GiveChoiceList(Reference, 1, _now));
    }

    private async Task Change()
    {
        await Said(new DeclareMedicallyOptimised(Reference, _now.AddDays(-10)));
        await Said(new WithdrawMedicallyOptimised(Reference, Word("not fit because")));
        await Said(new DeclareMedicallyOptimised(Reference, _now.AddDays(-5)));
        await Said(new SetExpectedDischarge(Reference, Today.AddDays(2), Word("expected to go because")));
        await Said(new CorrectStay(Reference, Word("put right because"), AgeBand.From85));
        await Said(new ChangeBed(Reference, Word("bed")));
    }

    private async Task Review()
    {
        NewAction Action(string what) => new(Word(what), Word($"owner of {what}"), Today.AddDays(1));
        var review = await Said(new ReviewStay(Reference, ReviewOutcome.PlanOnTrack, Word("review"), [Action("open action"), Action("done action"), Action("dropped action")]));
        await Said(new CompleteAction(Reference, $"{review}/2", Word("done note")));
        await Said(new DropAction(Reference, $"{review}/3", Word("dropped because")));
        await Said(new ChangeAction(Reference, $"{review}/1", Word("next owner"), Today.AddDays(1)));
    }

    private async Task Assess()
    {
        var promised = await Said(new RequestAssessment(Reference, AssessmentKind.SocialWork, Word("team asked")));
        await Said(new PromiseAssessment(Reference, promised, _now.AddHours(5)));
        await Said(new StartAssessment(Reference, promised));
        var done = await Said(new RequestAssessment(Reference, AssessmentKind.MentalCapacity, NotDelaying: Word("does not delay because")));
        await Said(new CompleteAssessment(Reference, done, AssessmentOutcome.PlanAgreed));
        var cancelled = await Said(new RequestAssessment(Reference, AssessmentKind.FastTrack, Word("team of a cancelled assessment")));
        await Said(new CancelAssessment(Reference, cancelled, Word("cancelled because")));
    }

    /// <summary>Places are offered: one is declined, one is to be seen first, one is withdrawn, and one is accepted.</summary>
    private async Task Offer(SiteKey other)
    {
        var declined = await Said(new OfferPlace(Reference, kept, ApiUser.Type));
        await Said(new AnswerOffer(Reference, declined, FamilyAnswer.Declined, DeclineReason.Other, Word("declined by the family because")));
        var withdrawn = await Said(new OfferPlace(Reference, other, ApiUser.Type, IsInterim: true));
        await Said(new AnswerOffer(Reference, withdrawn, FamilyAnswer.WantsToSeeFirst, Note: Word("wants to see first because"), SeeOn: Today.AddDays(1)));
        await Said(new WithdrawOffer(Reference, withdrawn, WithdrawalReason.PlaceDeclined, Word("offer withdrawn because")));
        await Said(new GiveChoiceLetter(Reference, ChoiceLetter.First));
        var accepted = await Said(new OfferPlace(Reference, other, ApiUser.Type));
        await Said(new AnswerOffer(Reference, accepted, FamilyAnswer.Accepted, Note: Word("accepted because")));
    }

    private async Task Hold(SiteKey declining)
    {
        var needs = new Needs([ApiUser.Type], Note: Held("needs of the hold", kept, SecretKind.Stay));
        var telephone = world.Secrets.Telephone(SecretKind.Stay, $"telephone of the hold, {_at}", Seers(kept));
        var hold = await Keep(kept, new(ApiUser.Type, Reference, Held("hold", kept, SecretKind.Stay), _now.AddHours(20), _now.AddHours(10), _at, needs, telephone));
        await world.Say(kept, new PlanAssessment(hold, _now.AddHours(2), Held("assessment", kept, SecretKind.Stay)), Held("assessed by", kept));
        var declined = await Keep(declining, new(ApiUser.Type, Reference, From: _at));
        await world.Say(declining, new DeclineHold(declined, Held("declined because", declining, SecretKind.Stay)), Held("declined by", declining));
        var released = await Keep(declining, new(ApiUser.Type, Reference, From: _at));
        await world.Say(declining, new ReleaseHold(released, Held("released because", declining, SecretKind.Stay)), Held("released by", declining));
    }

    /// <summary>A place is asked twice: it says no, and then asks something, assesses and says yes.</summary>
    private async Task Ask(SiteKey place)
    {
        var declined = await world.Say(place, new MakeEnquiry(ApiUser.Type, Reference, _at, ReadyOn: Today), Held("the first enquiry by", place));
        await world.Say(place, new AnswerEnquiry(declined, PlaceAnswer.No, Reason: NoReason.Other, Note: Held("no because", place, SecretKind.Stay)), Held("no by", place));
        var asked = await AskWithAll(place);
        await world.Say(place, new AcknowledgeEnquiry(asked), Held("seen by", place));
        await world.Say(place, new QuestionEnquiry(asked, Held("question", place, SecretKind.Stay)), Held("question by", place));
        await world.Say(place, new ReplyToEnquiry(asked, Held("reply", place, SecretKind.Stay)), Held("reply by", place));
        await world.Say(place, new PlanEnquiryAssessment(asked, _now.AddHours(5)), Held("assessment planned by", place));
        await world.Say(place, new CompleteEnquiryAssessment(asked), Held("assessed for the enquiry by", place));
        await world.Say(place, new AnswerEnquiry(asked, PlaceAnswer.Now, Note: Held("yes with a note", place, SecretKind.Stay)), Held("yes by", place));
    }

    /// <summary>They came from the place that keeps a bed, and it says so.</summary>
    private async Task GoBack()
    {
        await Said(new SetUsualResidence(Reference, kept));
        await world.Say(kept, new AnswerReturn(Reference, _at, ReturnAnswer.NewAssessment, Today.AddDays(3)), Held("return answered by", kept));
    }

    private Task<string> AskWithAll(SiteKey place)
    {
        var needs = new Needs([ApiUser.Type], Note: Held("needs of the enquiry", place, SecretKind.Stay));
        var telephone = world.Secrets.Telephone(SecretKind.Stay, $"telephone of the enquiry, {_at}", Seers(place));
        return world.Say(place, new MakeEnquiry(ApiUser.Type, Reference, _at, needs, telephone, Held("enquiry", place, SecretKind.Stay), Today), Held("the second enquiry by", place));
    }

    private Task<string> Keep(SiteKey place, PlaceHold command) => world.Say(place, command, Held("held by", place));

    private Task<string> Said(SiteCommand command) =>
        world.Say(_at, command, world.Secrets.New(SecretKind.Stay, $"who did {command.GetType().Name}, {_at}", Seers(), isAudited: true));

    private Needs Needs(string what) => new([ApiUser.Type], Note: Word(what), Wished: [LeakWorld.SuspendedHome, LeakWorld.FarHome]);

    private string Word(string what) => world.Secrets.New(SecretKind.Stay, $"{what}, {_at}", Seers());

    /// <summary>Who is in changes a site's figures, so the board tells whose they are.</summary>
    private string Recorder(string what) => world.Secrets.New(SecretKind.Recorder, $"{what}, {_at}", [.. Seers(), Scope.Parse(_at.Locality)], isAudited: true);

    private string Held(string what, SiteKey place, SecretKind kind = SecretKind.Hold) =>
        world.Secrets.New(kind, $"{what}, {place} for {_at}", Seers(place), isAudited: kind == SecretKind.Hold);

    private Scope[] Seers(params SiteKey[] places) => [.. _on.Concat(places).Select(Scope.Of), Scope.Parse(home)];
}
