using CapacityBoard.Sites;

namespace CapacityBoard.Ui.Forms;

public sealed class RefusalWordsTests
{
    [Fact]
    public void GivenChangedMeanwhile_ThenWhoDidAndWhatToDo() => RefusalWords.Of(new(
            RefusalCode.ChangedMeanwhile, "The Limes changed these numbers while you were looking. Look again, then resend your change.", "lines[0].seen", By: "The Limes"))
        .ShouldBe("The Limes changed these numbers while you were looking. The latest numbers are shown now. Check them, then make your change again.");

    [Fact]
    public void GivenAnyRefusal_ThenNoFieldNamesOrCodesAreShown()
    {
        foreach (var field in (string[])["stay", "until", "arrival", "at", "date", "expectedDischarge", "admittedAt", "bed", "operation"])
        {
            RefusalWords.Of(new(RefusalCode.Invalid, $"'{field}' is wrong.", field)).ShouldNotContain("'");
        }
    }
}
