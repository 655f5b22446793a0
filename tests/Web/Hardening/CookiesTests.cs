using CapacityBoard.Support;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Hardening;

/// <summary>What browsers are told of each cookie that the server ever sets.</summary>
public sealed class CookiesTests(TestBoard board) : IClassFixture<TestBoard>
{
    [Fact]
    public async Task GivenEveryCookieOfTheServer_ThenNoScriptReadsItNoOtherSiteSendsItAndHttpDoesNotCarryIt()
    {
        var schemes = await board.Services.GetRequiredService<IAuthenticationSchemeProvider>().GetAllSchemesAsync();
        var cookies = board.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>();
        var all = schemes.Where(scheme => scheme.HandlerType == typeof(CookieAuthenticationHandler)).Select(scheme => (What: scheme.Name, cookies.Get(scheme.Name).Cookie))
            .Append(("forms", board.Services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie))
            .Append(("what was said", board.Services.GetRequiredService<IOptions<CookieTempDataProviderOptions>>().Value.Cookie))
            .ToList();

        all.Count.ShouldBeGreaterThan(5);
        foreach (var (what, cookie) in all)
        {
            cookie.HttpOnly.ShouldBeTrue(what);
            cookie.SameSite.ShouldBeOneOf(SameSiteMode.Lax, SameSiteMode.Strict);
            cookie.SecurePolicy.ShouldBeOneOf(CookieSecurePolicy.SameAsRequest, CookieSecurePolicy.Always);
        }
    }
}
