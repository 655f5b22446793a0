using System.Globalization;
using CapacityBoard.Sites;

namespace CapacityBoard.Access.Accounts;

/// <summary>The name that is suggested for a new passkey: "iPhone, added 30 November 2026".</summary>
internal static class PasskeyNames
{
    /// <summary>In this order, because browsers on phones also claim to be on other systems.</summary>
    private static readonly (string Sign, string Device)[] Devices =
    [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android phone"),
        ("Windows", "Windows computer"),
        ("CrOS", "Chromebook"),
        ("Macintosh", "Mac"),
        ("Linux", "Linux computer"),
    ];

    /// <param name="userAgent">What the browser says it is.</param>
    public static string Suggest(string userAgent, DateTimeOffset now)
    {
        var device = Devices.FirstOrDefault(each => userAgent.Contains(each.Sign, StringComparison.Ordinal)).Device ?? "This device";
        return string.Create(CultureInfo.InvariantCulture, $"{device}, added {LocalDay.Of(now):d MMMM yyyy}");
    }
}
