using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace CapacityBoard.Support;

/// <summary>Reads HTML as a browser without scripts does.</summary>
internal static class HtmlReading
{
    public static IHtmlDocument Parsed(this string html) => new HtmlParser().ParseDocument(html);

    /// <summary>The text of part of a page on one line, with a space between elements.</summary>
    public static string Read(this INode? part) => part is null
        ? ""
        : string.Join(' ', part.GetDescendants().OfType<IText>().SelectMany(text => text.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>The targets of a page's links that match a selector, as written.</summary>
    public static IEnumerable<string> Links(this IParentNode page, string selector = "[href]") =>
        page.QuerySelectorAll(selector).Select(link => link.GetAttribute("href")!);
}
