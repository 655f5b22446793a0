using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace CapacityBoard.Support;

/// <summary>Reads HTML as a browser without scripts does.</summary>
internal static class HtmlReading
{
    public static IHtmlDocument Parsed(this string html) => new HtmlParser().ParseDocument(html);

    /// <summary>What stands in a part of a page, in one line, with a space between any two elements.</summary>
    public static string Read(this INode? part) => part is null
        ? ""
        : string.Join(' ', part.GetDescendants().OfType<IText>().SelectMany(text => text.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>Where the links of a page lead to, as they are written: those that match a selector.</summary>
    public static IEnumerable<string> Links(this IParentNode page, string selector = "[href]") =>
        page.QuerySelectorAll(selector).Select(link => link.GetAttribute("href")!);
}
