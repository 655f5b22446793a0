using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

public sealed class DelayReasonsTests
{
    [Fact]
    public void GivenEveryReason_ThenItHasWordsAFamilyAndAnOwner() =>
        Enum.GetValues<DelayReason>().ShouldAllBe(reason => reason.Entry().Words.Length > 0);

    [Theory]
    [InlineData("assessment-care-home", "A", DelayFamily.InterfaceProcess)]
    [InlineData("assessment-therapy", "A", DelayFamily.HospitalProcess)]
    [InlineData("assessment-social-work", "A", DelayFamily.CareTransferHubProcess)]
    [InlineData("assessment-mental-health", "A", DelayFamily.InterfaceProcess)]
    [InlineData("funding", "B", DelayFamily.CareTransferHubProcess)]
    [InlineData("nhs-non-acute", "C", DelayFamily.CapacityPathway2)]
    [InlineData("residential-placement", "DI", DelayFamily.CapacityPathway3)]
    [InlineData("nursing-placement", "DII", DelayFamily.CapacityPathway3)]
    [InlineData("care-package", "E", DelayFamily.CapacityPathway1)]
    [InlineData("equipment", "F", DelayFamily.InterfaceProcess)]
    [InlineData("choice", "G", DelayFamily.WellbeingConcerns)]
    [InlineData("dispute", "H", DelayFamily.WellbeingConcerns)]
    [InlineData("housing", "I", DelayFamily.InterfaceProcess)]
    [InlineData("medication", null, DelayFamily.HospitalProcess)]
    [InlineData("transport", null, DelayFamily.HospitalProcess)]
    [InlineData("medical-review", null, DelayFamily.HospitalProcess)]
    [InlineData("discharge-letter", null, DelayFamily.HospitalProcess)]
    [InlineData("safeguarding", null, DelayFamily.WellbeingConcerns)]
    public void GivenCodeList_ThenEachReasonIsMappedAsItSays(string code, string? dtoc, DelayFamily family)
    {
        Codes.TryParse<DelayReason>(code, out var reason).ShouldBeTrue();
        (reason.Entry().Dtoc, reason.Entry().Family).ShouldBe((dtoc, family));
    }
}
