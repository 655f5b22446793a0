namespace CapacityBoard.Access.Accounts;

public sealed class CommonPasswordsTests
{
    private static readonly CommonPasswords Common = new();

    [Theory]
    [InlineData("password")]
    [InlineData("PassWord")]
    [InlineData("password1234")]
    [InlineData("!!2018-password")]
    [InlineData("2018 Sunshine 2018")]
    [InlineData("P@$$w0rd2018!")]
    [InlineData("5unsh1ne2018")]
    [InlineData("1loveyou2018")]
    [InlineData("F00tba113333")]
    [InlineData("qwertyuiop12")]
    [InlineData("123456789012")]
    public void GivenCommonOne_WhenDressedUp_ThenItIsKnown(string password) => Common.Contains(password).ShouldBeTrue();

    [Theory]
    [InlineData("trustno1!!!!")]
    [InlineData("1qaz2wsx2018")]
    [InlineData("$$$$1qaz2wsx")]
    public void GivenCommonOneThatBeginsOrEndsWithADigit_WhenMoreStandAroundIt_ThenItIsKnown(string password) =>
        Common.Contains(password).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("2018-10-03!!")]
    [InlineData("kettle-marigold-tram")]
    [InlineData("password kettle marigold")]
    [InlineData("sunshinetram")]
    [InlineData("hus8-Tq2-vvLp")]
    public void GivenAnotherOne_WhenAsked_ThenNotKnown(string password) => Common.Contains(password).ShouldBeFalse();

    [Fact]
    public void GivenLongestThatIsAllowed_WhenItIsAllDigits_ThenStillAnswered() => Common.Contains(new string('1', 128)).ShouldBeTrue();
}
