using CapacityBoard.Sites;

namespace CapacityBoard.Ui.Forms;

public sealed class RefusalWordsTests
{
    [Fact]
    public void GivenChangedMeanwhile_ThenWhoDidAndWhatToDo() => RefusalWords.Of(new(
            RefusalCode.ChangedMeanwhile, "These numbers were changed by The Limes while you were looking. Look again, then send it once more.", "lines[0].seen"))
        .ShouldBe("These numbers were changed by The Limes while you were looking. The newest numbers are shown now: check them, then make your change again.");

    [Fact]
    public void GivenAnyRefusal_ThenNoFieldNamesOrCodesAreShown()
    {
        foreach (var field in (string[])["stay", "until", "arrival", "at", "date", "expectedDischarge", "admittedAt", "bed", "operation"])
        {
            RefusalWords.Of(new(RefusalCode.Invalid, $"'{field}' is wrong.", field)).ShouldNotContain("'");
        }
    }
}
