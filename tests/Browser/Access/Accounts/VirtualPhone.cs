using Microsoft.Playwright;

namespace CapacityBoard.Browser.Access.Accounts;

/// <summary>Chromium's own device for passkeys: it asks for no finger, and says that it did.</summary>
internal static class VirtualPhone
{
    /// <summary>Gives a page's browser a device whose user is always verified.</summary>
    public static async Task<ICDPSession> PutInto(IPage page)
    {
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("WebAuthn.enable", new() { ["enableUI"] = false });
        await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return browser;
    }
}
