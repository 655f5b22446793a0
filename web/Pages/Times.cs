using System.Globalization;
using CapacityBoard.Board;
using Microsoft.AspNetCore.Html;

namespace CapacityBoard.Pages;

/// <summary>Times as pages write them.</summary>
public static class Times
{
    /// <summary>How long ago something was; the page's script keeps it true as time goes on.</summary>
    public static IHtmlContent Ago(DateTimeOffset at, DateTimeOffset now)
    {
        var instant = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        return new HtmlString($"<time data-age datetime=\"{instant}\">{Age.Of(at, now)}</time>");
    }
}
