using CapacityBoard.Journal;
using CapacityBoard.Pages;

namespace CapacityBoard.Web.Pages;

public sealed class ErrorWordsTests
{
    [Fact]
    public void GivenJournalUnavailable_ThenNothingWasSavedAndItMayBeSentAgain()
    {
        var words = ErrorWords.Of(500, new JournalUnavailableException("The disk is full."));

        words.Status.ShouldBe(503);
        words.Title.ShouldBe("Nothing was saved");
        words.Message.ShouldContain("The disk is full.");
        words.MayBeSentAgain.ShouldBeTrue();
    }

    [Fact]
    public void GivenAnyOtherFault_ThenNotSaidThatNothingWasSaved()
    {
        var words = ErrorWords.Of(null, new InvalidOperationException("secret"));

        words.Status.ShouldBe(500);
        words.Message.ShouldNotContain("Nothing was saved");
        words.Message.ShouldNotContain("secret");
        words.MayBeSentAgain.ShouldBeFalse();
    }

    [Theory]
    [InlineData(404, 404)]
    [InlineData(400, 400)]
    [InlineData(200, 404)]
    [InlineData(null, 404)]
    public void GivenStatus_ThenTheAnswerHasItWhereItIsOne(int? asked, int answered) => ErrorWords.Of(asked, null).Status.ShouldBe(answered);
}
