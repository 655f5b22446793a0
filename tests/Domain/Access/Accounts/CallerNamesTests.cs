namespace CapacityBoard.Access.Accounts;

public sealed class CallerNamesTests
{
    [Theory]
    [InlineData("the limes")]
    [InlineData("  The   Limes ")]
    [InlineData("The\u00A0Limes")]
    [InlineData("The\u2003Limes")]
    [InlineData("\uFF34\uFF48\uFF45 Limes")]
    public void GivenNamesThatAreReadAsTheSame_ThenOneOfThemIsFree(string name) => Account.KeyOf(name).ShouldBe(Account.KeyOf("The Limes"));

    [Theory]
    [InlineData("Sister Brown via Ward system", true)]
    [InlineData("Sister Brown\u00A0VIA\u2003Ward system", true)]
    [InlineData("Sister Brown  via  Ward system", true)]
    [InlineData("Via Appia Nursing Home", false)]
    [InlineData("Olivia Brown", false)]
    public void GivenName_ThenOnlyThatOfAMachineAndForWhomItActsIsReadAsOne(string name, bool isRead) => CallerNames.SaysForWhom(name).ShouldBe(isRead);
}
