using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace CapacityBoard.Ui;

public static class Times
{
    /// <summary>How long ago something was; a page's script keeps it up to date.</summary>
    public static IHtmlContent Ago(DateTimeOffset at, DateTimeOffset now) => Write("ago", at, Age.Of(at, now));

    /// <summary>The same without "ago", for small spaces.</summary>
    public static IHtmlContent Briefly(DateTimeOffset at, DateTimeOffset now) =>
        Write("short", at, Age.Of(at, now).Replace(" ago", "", StringComparison.Ordinal));

    /// <summary>In milliseconds, as scripts know times.</summary>
    private static HtmlString Write(string form, DateTimeOffset at, string words) =>
        new(string.Create(CultureInfo.InvariantCulture, $"<time data-age=\"{form}\" datetime=\"{at.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}\">{words}</time>"));
}
