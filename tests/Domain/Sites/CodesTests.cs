using CapacityBoard.Beds;
using CapacityBoard.Stays;

namespace CapacityBoard.Sites;

public sealed class CodesTests
{
    [Fact]
    public void GivenCode_WhenInWords_ThenAsInJson()
    {
        Codes.Of(BedType.LearningDisabilityNursing).ShouldBe("learning-disability-nursing");
        Codes.Of(AgeBand.From18To64).ShouldBe("18-64");
    }

    [Fact]
    public void GivenWord_WhenParsed_ThenTheCodeAndNothingLikeIt()
    {
        Codes.TryParse<AgeBand>("18-64", out var age).ShouldBeTrue();
        age.ShouldBe(AgeBand.From18To64);
        foreach (var word in new[] { null, "", "1", "From18To64", "UNDER-18", "under-18 " })
        {
            Codes.TryParse<AgeBand>(word, out _).ShouldBeFalse();
        }
    }

    [Fact]
    public void GivenList_WhenAllowedAsked_ThenEveryCodeInItsOrder() =>
        Codes.Allowed<SiteKind>().ShouldBe("care-home, intermediate-care-unit, ward, home-care-provider");
}
