using CapacityBoard.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace CapacityBoard.Access.Accounts;

public sealed class PasskeyChallengesTests
{
    private static readonly TimeSpan AlmostTooLong = TimeSpan.FromMinutes(9);

    private static readonly IDataProtectionProvider Keys = new EphemeralDataProtectionProvider();

    [Fact]
    public void GivenChallenge_WhenTaken_ThenItIsGoneFromTheBrowserAndTheCookieWasOfItsPageOnly()
    {
        var given = Given(AlmostTooLong);
        given.Path.ToString().ShouldBe("/board/sign-in");
        (given.HttpOnly, given.Secure, given.SameSite).ShouldBe((true, true, Microsoft.Net.Http.Headers.SameSiteMode.Strict));
        var browser = Browser(given);

        Challenges(TimeSpan.Zero).Take(browser, "sign-in").ShouldBe("a challenge");

        var after = Cookie(browser);
        (after.Name, after.Path, after.Value.Length, after.Expires).ShouldBe((given.Name, given.Path, 0, DateTimeOffset.UnixEpoch));
        after.MaxAge.ShouldBeNull();
    }

    [Fact]
    public void GivenChallengeOfTenMinutesAgo_ThenItCannotBeTaken() =>
        Challenges(TimeSpan.Zero).Take(Browser(Given(TimeSpan.FromMinutes(10))), "sign-in").ShouldBeNull();

    [Fact]
    public void GivenChallengeForOneAct_ThenItIsGoodForNoOther()
    {
        var given = Given(TimeSpan.Zero);
        given.Name = given.Name.ToString().Replace("sign-in", "new", StringComparison.Ordinal);

        Challenges(TimeSpan.Zero).Take(Browser(given), "new").ShouldBeNull();
    }

    private static SetCookieHeaderValue Given(TimeSpan ago)
    {
        var browser = Browser(null);
        Challenges(ago).Give(browser, "sign-in", "a challenge");
        return Cookie(browser);
    }

    private static PasskeyChallenges Challenges(TimeSpan ago) => new(Keys, new ShiftedClock { Shift = -ago });

    private static DefaultHttpContext Browser(SetCookieHeaderValue? cookie)
    {
        var browser = new DefaultHttpContext { Request = { Scheme = "https", PathBase = "/board", Path = "/sign-in" } };
        browser.Request.Headers.Cookie = cookie is null ? default : $"{cookie.Name}={cookie.Value}";
        return browser;
    }

    private static SetCookieHeaderValue Cookie(HttpContext browser) => SetCookieHeaderValue.Parse(browser.Response.Headers.SetCookie.ToString());
}
