using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Enquiries;

/// <summary>Places are told when nobody needs their answer any more, at once or, after a fault, later; and once.</summary>
public sealed class EnquiryFollowUpTests(GivenPlaces given) : IClassFixture<GivenPlaces>
{
    [Fact]
    public async Task GivenThreePlacesAsked_WhenABedIsHeldAtOneThatSaidYes_ThenTheOthersAreToldThatTheyAreNotNeeded()
    {
        var places = await Asked();
        await given.Say(places.Home, new AnswerEnquiry("asked", PlaceAnswer.Now));

        await given.Say(places.Home, places.Hold("S-1"), "first");

        (await given.Read(places.Home)).Capacity.Holds.ShouldHaveSingleItem().Answer!.IsAccepted.ShouldBeTrue();
        foreach (var other in new[] { places.OtherHome, places.Unit })
        {
            (await Ended(other)).ShouldBe((EnquiryEnding.Withdrawn, EnquiryWords.FoundElsewhere));
        }
    }

    [Fact]
    public async Task GivenHoldThatIsNotAnswered_ThenTheOthersAreStillAskedUntilItIsAccepted()
    {
        var places = await Asked();
        await given.Say(places.Home, places.Hold("S-1"), "first");
        (await given.Read(places.OtherHome)).Enquiries.Open.ShouldHaveSingleItem();

        await given.Say(places.Home, new AcceptHold("first"));

        (await Ended(places.OtherHome)).ShouldBe((EnquiryEnding.Withdrawn, EnquiryWords.FoundElsewhere));
    }

    [Fact]
    public async Task GivenAcceptedHold_WhenAnotherPlaceIsAskedOnPurpose_ThenItStaysAsked()
    {
        var places = await Asked();
        await given.Say(places.Home, places.Hold("S-1"), "first");
        await given.Say(places.Home, new AcceptHold("first"));

        await given.Say(places.OtherHome, Enquiry(places), "again");
        await given.Recover();

        (await given.Read(places.OtherHome)).Enquiries.Open.ShouldHaveSingleItem().Id.ShouldBe("again");
    }

    [Fact]
    public async Task GivenPlacesAsked_WhenThePersonLeavesOrWasNeverThere_ThenAllAreTold()
    {
        var places = await Asked();
        await given.Say(places.Ward, new DischargeStay("S-1", Destination.UsualResidence));
        (await Ended(places.Home)).ShouldBe((EnquiryEnding.Withdrawn, EnquiryWords.PersonLeft));

        var others = await Asked();
        await given.Say(others.Ward, new CancelAdmission("S-1", "Wrong person"));
        (await Ended(others.Home)).ShouldBe((EnquiryEnding.Withdrawn, EnquiryWords.NoSuchStay));
    }

    [Fact]
    public async Task GivenPlacesAsked_WhenThePersonMovesToAnotherWard_ThenTheyStayAskedAndOneYesIsStillTheirs()
    {
        var places = await Asked();

        (await given.Board.Transfer(places.Ward, "S-1", places.OtherWard, "7")).ThenAccepted();
        await given.Recover();

        await given.Say(places.Home, new AnswerEnquiry("asked", PlaceAnswer.Now));
        await given.Say(places.Home, places.Hold("S-1", places.OtherWard), "first");
        (await given.Read(places.Home)).Capacity.Holds.ShouldHaveSingleItem().Answer!.IsAccepted.ShouldBeTrue();
        (await Ended(places.OtherHome)).Ending.ShouldBe(EnquiryEnding.Withdrawn);
    }

    [Fact]
    public async Task GivenWardDischargedAndTheProcessDied_WhenRecovered_ThenTheEnquiriesEndOnce()
    {
        var places = await Asked();
        await given.Tell(places.Ward, new DischargeStay("S-1", Destination.UsualResidence));

        await Task.WhenAll(given.Recover(), given.Recover());

        (await Ended(places.Home)).ShouldBe((EnquiryEnding.Withdrawn, EnquiryWords.PersonLeft));
        var position = await given.LastPosition();
        await given.Recover();
        (await given.LastPosition()).ShouldBe(position);
    }

    [Fact]
    public async Task GivenReferenceThatIsNotOnTheWard_WhenAPlaceIsAsked_ThenRefusedWithWhatToCheck()
    {
        var places = await Asked();

        var answer = await given.Board.Say(SiteKind.CareHome, places.Home, new MakeEnquiry(BedType.GeneralNursing, "S-9", places.Ward));

        answer.ThenRefused(422, "invalid", "stay").Saying("Check the reference");
    }

    [Fact]
    public async Task GivenOneFreeBed_When40AskAndAllHearYesAndHoldAtOnce_ThenOneGetsItAndTheOthersHearWhoMayStillBeAsked()
    {
        var places = await given.New();
        const int People = 40;
        await given.Say(places.Ward, new DeclareVacancies([new(BedType.Inpatient, People, 0)]));
        await given.Board.Declare(places.Home, 20, 19);
        foreach (var number in Enumerable.Range(1, People))
        {
            await given.Say(places.Ward, new AdmitStay($"S-{number}", $"{number}"));
            foreach (var place in new[] { places.Home, places.OtherHome })
            {
                await given.Say(place, Enquiry(places, stay: $"S-{number}"), $"asked-{number}");
            }
        }

        var yes = await Task.WhenAll(Enumerable.Range(1, People).SelectMany(number => new[]
        {
            given.Board.Say(SiteKind.CareHome, places.Home, new AnswerEnquiry($"asked-{number}", PlaceAnswer.Now)),
            given.Board.Say(SiteKind.CareHome, places.OtherHome, new AnswerEnquiry($"asked-{number}", PlaceAnswer.WhenFree)),
        }));
        yes.ShouldAllBe(answer => answer.IsAccepted);

        var answers = await Task.WhenAll(Enumerable.Range(1, People).Select(number => given.Board.Say(SiteKind.CareHome, places.Home, places.Hold($"S-{number}"))));

        answers.Count(answer => answer.IsAccepted).ShouldBe(1);
        foreach (var refused in answers.Where(answer => !answer.IsAccepted))
        {
            refused.ThenRefused(409, "no-vacancy").Saying("Others said yes: The Oaks");
        }

        var other = await given.Read(places.OtherHome);
        other.Enquiries.Open.Length.ShouldBe(People - 1);
        other.Enquiries.Ended.ShouldHaveSingleItem().Enquiry.Stay.ShouldBe((await given.Read(places.Home)).Capacity.Holds.ShouldHaveSingleItem().Stay);
    }

    /// <summary>Three places that were asked about somebody on a ward.</summary>
    private async Task<Places> Asked()
    {
        var places = await given.New();
        await given.Say(places.Ward, new AdmitStay("S-1", "1"));
        foreach (var place in new[] { places.Home, places.OtherHome })
        {
            await given.Say(place, Enquiry(places), "asked");
        }

        await given.Say(places.Unit, Enquiry(places, BedType.StepDown), "asked");
        return places;
    }

    private static MakeEnquiry Enquiry(Places places, BedType type = BedType.GeneralNursing, string stay = "S-1") => new(type, stay, places.Ward);

    private async Task<(EnquiryEnding Ending, string? Why)> Ended(SiteKey place)
    {
        var ended = (await given.Read(place)).Enquiries.Ended.ShouldHaveSingleItem();
        return (ended.Ending, ended.Note);
    }
}
