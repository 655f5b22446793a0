using CapacityBoard.Sites;
using CapacityBoard.Support;
using static CapacityBoard.Offers.GivenOffers;

namespace CapacityBoard.Offers;

public sealed class ChoiceLettersTests
{
    private static readonly DateOnly Today = LocalDay.Of(GivenSite.Start);

    [Fact]
    public void GivenOffer_WhenTheLettersAreGiven_ThenEachHasItsDay()
    {
        var given = Offered().After(TimeSpan.FromDays(3)).And(new GiveChoiceLetter("S-1", ChoiceLetter.First, Today.AddDays(2)), by: "Beth Hughes").And(new GiveChoiceLetter("S-1", ChoiceLetter.Second));
        given.Places().Letters.Select(letter => (letter.Letter, letter.On)).ShouldBe([(ChoiceLetter.First, Today.AddDays(2)), (ChoiceLetter.Second, Today.AddDays(3))]);
        given.When(new GiveChoiceLetter("S-1", ChoiceLetter.First)).ThenRefused(RefusalCode.NotInThatState, "letter").Decision.Refusal!.Message.ShouldContain("Beth Hughes");
    }

    [Fact]
    public void GivenNoSuitableOffer_WhenALetterIsGiven_ThenRefused()
    {
        Ward().When(new GiveChoiceLetter("S-1", ChoiceLetter.First)).ThenRefused(RefusalCode.NotInThatState, "letter");
        Offered().And(Withdraw("oak", WithdrawalReason.NotSuitable)).When(new GiveChoiceLetter("S-1", ChoiceLetter.First)).ThenRefused(RefusalCode.NotInThatState, "letter");
    }

    [Fact]
    public void GivenNoFirstLetter_WhenTheSecondIsGiven_ThenRefused() =>
        Offered().When(new GiveChoiceLetter("S-1", ChoiceLetter.Second)).ThenRefused(RefusalCode.NotInThatState, "letter");

    [Fact]
    public void GivenOffer_WhenTheDayCannotBe_ThenRefused()
    {
        var given = Offered().After(TimeSpan.FromDays(3));
        given.When(new GiveChoiceLetter("S-1", ChoiceLetter.First, Today.AddDays(-1))).ThenRefused(RefusalCode.Invalid, "on");
        given.When(new GiveChoiceLetter("S-1", ChoiceLetter.First, Today.AddDays(4))).ThenRefused(RefusalCode.Invalid, "on");
        given.And(new GiveChoiceLetter("S-1", ChoiceLetter.First, Today.AddDays(2))).When(new GiveChoiceLetter("S-1", ChoiceLetter.Second, Today.AddDays(1))).ThenRefused(RefusalCode.Invalid, "on");
    }
}
