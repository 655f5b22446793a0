using System.Net;
using CapacityBoard.Access;

namespace CapacityBoard.Support;

/// <summary>A person with a browser without scripts, who opens pages and submits forms.</summary>
/// <param name="keepsConnections">False to open a new connection for every request.</param>
/// <param name="name">The person, already signed in; null for a stranger.</param>
internal sealed class Visitor(Uri address, bool keepsConnections = true, string? name = Sessions.Anyone, IReadOnlyList<Grant>? grants = null) : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private HttpClient? _http;
    private Uri _address = address;

    /// <summary>Sends further requests, with the same cookies, to another node.</summary>
    public void MoveTo(Uri node) => _address = node;

    public async Task<VisitedPage> Visit(string path)
    {
        using var response = await (await Browser()).GetAsync(new Uri(_address, path)).Within($"{path} is shown");
        return await VisitedPage.Of(response);
    }

    /// <summary>Submits a form of the page with the given values.</summary>
    public async Task<VisitedPage> Send(VisitedPage page, string form, params (string Name, string Value)[] typed)
    {
        var (action, fields) = page.Form(form, typed);
        return await Send(new(action, IsRead: false, fields));
    }

    public async Task<VisitedPage> Send(FoundForm form)
    {
        if (form.IsRead)
        {
            return await Visit($"{form.Action.Split('?')[0]}{Microsoft.AspNetCore.Http.QueryString.Create(form.Fields!)}");
        }

        using var body = new FormUrlEncodedContent(form.Fields);
        return await Send(form.Action, body);
    }

    /// <summary>Submits a form with a file.</summary>
    public async Task<VisitedPage> Upload(VisitedPage page, string form, byte[] file, params (string Name, string Value)[] typed)
    {
        var (action, fields) = page.Form(form, typed);
        var input = page.Document.QuerySelector($"form#{form} input[type=file]")?.GetAttribute("name") ?? "Directory";
        using var body = new MultipartFormDataContent { { new ByteArrayContent(file), input, "homes.csv" } };
        foreach (var (name, value) in fields.Where(field => field.Key != input))
        {
            body.Add(new StringContent(value), name);
        }

        return await Send(action, body);
    }

    /// <summary>Posts any content as a form would.</summary>
    public async Task<VisitedPage> Send(string action, HttpContent body)
    {
        using var response = await (await Browser()).PostAsync(new Uri(_address, action), body).Within($"{action} is answered");
        return await VisitedPage.Of(response);
    }

    public void Dispose() => _http?.Dispose();

    private async Task<HttpClient> Browser()
    {
        if (_http is null && name is not null)
        {
            _cookies.Add(_address, new Cookie(Sessions.CookieName, await Sessions.CookieOf(_address, name, grants)));
        }

        return _http ??= new(new SocketsHttpHandler
        {
            CookieContainer = _cookies,
            PooledConnectionLifetime = keepsConnections ? Timeout.InfiniteTimeSpan : TimeSpan.Zero,
        });
    }
}
