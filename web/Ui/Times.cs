using CapacityBoard.Journal;
using Microsoft.AspNetCore.Html;

namespace CapacityBoard.Ui;

public static class Times
{
    /// <summary>How long ago something was; a page's script keeps it up to date.</summary>
    public static IHtmlContent Ago(DateTimeOffset at, DateTimeOffset now) => Write("ago", at, Age.Of(at, now));

    /// <summary>The same without "ago", for small spaces.</summary>
    public static IHtmlContent Briefly(DateTimeOffset at, DateTimeOffset now) =>
        Write("short", at, Age.Of(at, now).Replace(" ago", "", StringComparison.Ordinal));

    private static HtmlString Write(string form, DateTimeOffset at, string words) =>
        new($"<time data-age=\"{form}\" datetime=\"{Instants.ToText(at)}\">{words}</time>");
}
