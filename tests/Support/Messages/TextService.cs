using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CapacityBoard.Support.Messages;

/// <summary>A program on loopback that sends texts: it takes only what is signed with its secret.</summary>
public sealed class TextService : IAsyncDisposable
{
    public const string Secret = "a secret of at least 32 characters";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string To, string Text)> _taken = new();

    private TextService(WebApplication app) => _app = app;

    public string Url => $"{_app.Urls.First()}/texts";

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<(string To, string Text)> Taken => [.. _taken];

    /// <summary>The status that it answers; null to take what comes.</summary>
    public int? Answer { get; set; }

    public static async Task<TextService> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var service = new TextService(app);
        app.MapPost("/texts", service.Take);
        await app.StartAsync();
        return service;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task<IResult> Take(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        if (!IsSigned(request.Headers["X-Capacity-Board-Signature"].ToString(), body.ToArray()))
        {
            return Results.StatusCode(401);
        }

        if (Answer is { } status)
        {
            return Results.StatusCode(status);
        }

        var text = JsonSerializer.Deserialize<JsonElement>(body.ToArray());
        _taken.Enqueue((text.GetProperty("to").GetString()!, text.GetProperty("text").GetString()!));
        return Results.StatusCode(202);
    }

    private static bool IsSigned(string header, byte[] body)
    {
        var parts = header.Split(',').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), (byte[])[.. Encoding.UTF8.GetBytes($"{parts["t"]}."), .. body]);
        return long.TryParse(parts["t"], NumberStyles.None, CultureInfo.InvariantCulture, out _) && parts["v1"] == Convert.ToHexStringLower(expected);
    }
}
