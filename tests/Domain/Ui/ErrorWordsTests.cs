using CapacityBoard.Cluster;
using CapacityBoard.Hosting;
using CapacityBoard.Journal;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Ui;

public sealed class ErrorWordsTests
{
    [Fact]
    public void GivenJournalUnavailable_ThenItMayBeSentAgainAndNoFileIsNamed()
    {
        var words = ErrorWords.Of(500, new JournalUnavailableException("The disk that holds /var/lib/capacity-board/journal.db is full."));

        words.Status.ShouldBe(503);
        words.Title.ShouldBe("Your change may not be saved");
        words.Message.ShouldBe("The board cannot save changes at the moment. Try again in a few seconds.");
        words.MayBeSentAgain.ShouldBeTrue();
    }

    [Fact]
    public void GivenJournalUnavailable_WhenAPageWasToBeRead_ThenNothingIsSaidOfSaving()
    {
        var words = ErrorWords.Of(500, new JournalUnavailableException("The database board at 10.0.0.7 cannot be reached."), wasSent: false);

        words.Status.ShouldBe(503);
        words.Title.ShouldBe("This page cannot be shown");
        words.Message.ShouldBe("The board is not available at the moment. Try again in a few seconds.");
        words.MayBeSentAgain.ShouldBeFalse();
    }

    [Fact]
    public void GivenGrainsUnavailable_ThenNotSaidWhetherItWasSavedAndItMayBeSentAgain()
    {
        var words = ErrorWords.Of(500, new GrainsUnavailableException("No silo answers."));

        words.Status.ShouldBe(503);
        words.Title.ShouldBe("Your change may not be saved");
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

    [Fact]
    public void GivenChangeByTwoAtTheSameMoment_ThenItIsNotTheServersFault()
    {
        var words = ErrorWords.Of(500, new DbUpdateConcurrencyException());

        words.Status.ShouldBe(409);
        words.MayBeSentAgain.ShouldBeFalse();
    }

    [Fact]
    public void GivenBodyThatIsTooLarge_ThenToldSo() =>
        ErrorWords.Of(500, new BadHttpRequestException("The body is too large.", 413)).Title.ShouldBe("Your text is too long");
}
