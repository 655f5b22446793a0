using CapacityBoard.Journal;
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

    private static HtmlString Write(string form, DateTimeOffset at, string words) =>
        new($"<time data-age=\"{form}\" datetime=\"{Instants.ToText(at)}\">{words}</time>");
}
