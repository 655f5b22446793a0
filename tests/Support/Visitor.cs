using System.Net;
using System.Text.RegularExpressions;

namespace CapacityBoard.Support;

/// <summary>Someone with a browser that runs no scripts: gets pages, fills forms in and sends them.</summary>
internal sealed class Visitor(Uri address) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address };

    public async Task<VisitedPage> Visit(string path)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative)).Within($"{path} is shown");
        return await VisitedPage.Of(response);
    }

    /// <summary>Sends a form as the page has it, with what is typed or tapped in it.</summary>
    public async Task<VisitedPage> Send(VisitedPage page, string form, params (string Name, string Value)[] typed)
    {
        var (action, fields) = page.Form(form);
        foreach (var (name, value) in typed)
        {
            fields[name] = value;
        }

        using var body = new FormUrlEncodedContent(fields);
        using var response = await _http.PostAsync(new Uri(action, UriKind.Relative), body).Within($"{form} is answered");
        return await VisitedPage.Of(response);
    }

    public void Dispose() => _http.Dispose();
}

/// <param name="Path">Where the visitor is now, redirects followed.</param>
internal sealed partial record VisitedPage(int Status, string Path, string Html)
{
    public string Title => WebUtility.HtmlDecode(Regex.Match(Html, "<title>(.*?)</title>").Groups[1].Value);

    /// <summary>What one reads on it, in one line.</summary>
    public string Text => Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(Html, " ")), " ");

    /// <summary>What was said to be done.</summary>
    public string Said => Between("data-said>", "</div>");

    public string ErrorSummary => Between("nhsuk-error-summary__list\">", "</ul>");

    public static async Task<VisitedPage> Of(HttpResponseMessage response) => new(
        (int)response.StatusCode, response.RequestMessage!.RequestUri!.PathAndQuery, await response.Content.ReadAsStringAsync());

    public (string Action, Dictionary<string, string> Fields) Form(string id)
    {
        var form = Forms().Matches(Html).FirstOrDefault(each => Attribute(each.Value, "id") == id).ShouldNotBeNull($"There is no form {id} in {Text}").Value;
        var fields = Inputs().Matches(form)
            .Where(input => Attribute(input.Value, "type") != "radio" || input.Value.Contains("checked", StringComparison.Ordinal))
            .Select(input => (Name: Attribute(input.Value, "name"), Value: Attribute(input.Value, "value") ?? ""))
            .Where(input => input.Name is not null)
            .ToDictionary(input => input.Name!, input => input.Value);
        return (Attribute(form, "action") ?? Path, fields);
    }

    private string Between(string start, string end) => Html.IndexOf(start, StringComparison.Ordinal) is var at and >= 0
        ? (this with { Html = Html[at..Html.IndexOf(end, at, StringComparison.Ordinal)][start.Length..] }).Text.Trim()
        : "";

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"") is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : null;

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Inputs();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
