using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace CapacityBoard.Ui;

/// <summary>Times as pages write them.</summary>
public static class Times
{
    /// <summary>How long ago something was; a page's script keeps it true as time goes on.</summary>
    public static IHtmlContent Ago(DateTimeOffset at, DateTimeOffset now) => Write("ago", at, Age.Of(at, now));

    /// <summary>The same without the "ago", for where there is little room.</summary>
    public static IHtmlContent Briefly(DateTimeOffset at, DateTimeOffset now) =>
        Write("short", at, Age.Of(at, now).Replace(" ago", "", StringComparison.Ordinal));

    private static HtmlString Write(string form, DateTimeOffset at, string words)
    {
        var instant = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        return new($"<time data-age=\"{form}\" datetime=\"{instant}\">{words}</time>");
    }
}
