using CapacityBoard.Beds;
using CapacityBoard.Ui;

namespace CapacityBoard.Sites;

public sealed class BedWordsTests
{
    [Theory]
    [InlineData(BedType.GeneralNursing, 0, "No general nursing bed free.")]
    [InlineData(BedType.GeneralNursing, 1, "1 general nursing bed free.")]
    [InlineData(BedType.StepDown, 4, "4 step-down beds free.")]
    [InlineData(BedType.CarePackage, 2, "2 care packages free.")]
    public void GivenCount_ThenSaidAsASentence(BedType type, int count, string words) => BedWords.Free(type, count).ShouldBe(words);
}
