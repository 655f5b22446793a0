using System.Runtime.CompilerServices;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace CapacityBoard.Support;

/// <param name="Path">The visitor's current path, after redirects.</param>
internal sealed record VisitedPage(int Status, string Path, string Html)
{
    private static readonly ConditionalWeakTable<string, IHtmlDocument> Documents = [];

    public IHtmlDocument Document => Documents.GetValue(Html, HtmlReading.Parsed);

    public string Title => Document.Title ?? "";

    /// <summary>The page's text on one line.</summary>
    public string Text => Document.Read();

    /// <summary>The confirmation message.</summary>
    public string Said => Document.QuerySelector("[data-said]").Read();

    /// <summary>The key for setting up an authenticator app.</summary>
    public string AppKey => Document.QuerySelector("code.cb-key").Read();

    /// <summary>The recovery codes, which are shown only here.</summary>
    public IReadOnlyList<string> RecoveryCodes => [.. Document.QuerySelectorAll("li > code:only-child").Select(code => code.Read())];

    public string ErrorSummary => Document.QuerySelector(".nhsuk-error-summary__list").Read();

    /// <summary>The page's links to this server.</summary>
    public IEnumerable<string> Links => Document.Links("a[href^='/']").Select(link => link.Split('#')[0]);

    public static async Task<VisitedPage> Of(HttpResponseMessage response) => new(
        (int)response.StatusCode, response.RequestMessage!.RequestUri!.PathAndQuery, await response.Content.ReadAsStringAsync());

    /// <summary>A form's fields with their initial values, except for what is typed.</summary>
    public (string Action, Dictionary<string, string> Fields) Form(string id, params (string Name, string Value)[] typed)
    {
        var form = Document.Forms.FirstOrDefault(each => each.Id == id).ShouldNotBeNull($"There is no form {id} in {Text}");
        var fields = form.Elements.OfType<IHtmlInputElement>()
            .Where(input => input.Type is not ("radio" or "checkbox") || input.IsDefaultChecked)
            .Where(input => input.Name is not null)
            .ToDictionary(input => input.Name!, input => input.DefaultValue);
        foreach (var (name, value) in typed)
        {
            fields[name] = value;
        }

        return (form.GetAttribute("action") ?? Path, fields);
    }

    /// <summary>The id of the first form of a kind, optionally with a field that has a value; empty if there is none.</summary>
    public string FormOf(string kind, string? field = null, string? value = null) => Document.Forms
        .Where(form => field is null || form.Elements.OfType<IHtmlInputElement>().Any(input => input.Name == field && input.DefaultValue == value))
        .Select(form => form.Id)
        .FirstOrDefault(id => id?.StartsWith($"{kind}-", StringComparison.Ordinal) is true && id[(kind.Length + 1)..].All(char.IsAsciiHexDigitLower)) ?? "";

    /// <summary>All of the page's forms. A field that offers several values has the last one.</summary>
    public IEnumerable<FoundForm> AllForms() => Document.Forms.Select(form => new FoundForm(
        form.GetAttribute("action") ?? Path,
        form.GetAttribute("method") != "post",
        form.Elements
            .Where(control => control is IHtmlInputElement or IHtmlTextAreaElement or IHtmlButtonElement or IHtmlSelectElement && control.HasAttribute("name"))
            .GroupBy(control => control.GetAttribute("name")!)
            .ToDictionary(field => field.Key, field => LastValue(field.Last()))));

    private static string LastValue(IElement control) =>
        control.GetAttribute("value") ?? (control.QuerySelectorAll("option[value]") is [.., var last] ? last.GetAttribute("value")! : "");
}
