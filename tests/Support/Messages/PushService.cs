using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CapacityBoard.Support.Messages;

/// <summary>A push service on loopback with devices behind it: it checks who pushes, and decrypts as a browser does (RFC 8291, RFC 8292).</summary>
public sealed class PushService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, PushDevice> _devices = new();

    private PushService(WebApplication app) => _app = app;

    /// <summary>The status that it answers; null to take what comes.</summary>
    public Func<string, int?> Answer { get; set; } = _ => null;

    public static async Task<PushService> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var service = new PushService(app);
        app.MapPost("/{device}", service.Take);
        await app.StartAsync();
        return service;
    }

    public PushDevice NewDevice()
    {
        var name = Guid.NewGuid().ToString("n");
        return _devices[name] = new($"{_app.Urls.First()}/{name}");
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task<IResult> Take(string device, HttpRequest request)
    {
        if (Answer(device) is { } status)
        {
            return Results.StatusCode(status);
        }

        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        return _devices[device].Take(body.ToArray(), request.Headers.Authorization.ToString(), request.Headers.ContentEncoding.ToString()) ? Results.StatusCode(201) : Results.StatusCode(403);
    }
}

/// <summary>One browser: its keys, and the notifications that it could read.</summary>
public sealed class PushDevice(string endpoint)
{
    private const int PublicKeyLength = 65;
    private const int TagLength = 16;

    private readonly ECDiffieHellman _keys = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _auth = RandomNumberGenerator.GetBytes(16);
    private readonly ConcurrentQueue<JsonElement> _shown = new();

    public string Endpoint => endpoint;

    public string Auth => Base64Url.EncodeToString(_auth);

    public string P256dh => Base64Url.EncodeToString(PublicKey);

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<JsonElement> Shown => [.. _shown];

    private byte[] PublicKey => PointOf(_keys.ExportParameters(includePrivateParameters: false).Q);

    internal bool Take(byte[] body, string authorization, string encoding)
    {
        if (encoding != "aes128gcm" || !IsSigned(authorization))
        {
            return false;
        }

        _shown.Enqueue(JsonSerializer.Deserialize<JsonElement>(Decrypt(body)));
        return true;
    }

    private byte[] Decrypt(byte[] body)
    {
        var (salt, sender, sealedBytes) = (body[..16], body[21..(21 + PublicKeyLength)], body[(21 + PublicKeyLength)..]);
        using var other = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = sender[1..33], Y = sender[33..] } });
        var secret = HKDF.DeriveKey(HashAlgorithmName.SHA256, _keys.DeriveRawSecretAgreement(other.PublicKey), 32, _auth, [.. "WebPush: info\0"u8, .. PublicKey, .. sender]);
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 16, salt, "Content-Encoding: aes128gcm\0"u8.ToArray());
        var nonce = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 12, salt, "Content-Encoding: nonce\0"u8.ToArray());
        using var cipher = new AesGcm(key, TagLength);
        var plain = new byte[sealedBytes.Length - TagLength];
        cipher.Decrypt(nonce, sealedBytes[..^TagLength], sealedBytes[^TagLength..], plain);
        return plain[..Array.LastIndexOf(plain, (byte)2)];
    }

    /// <summary>True for a token of the key that the header names, for this service and not expired.</summary>
    private bool IsSigned(string authorization)
    {
        var parts = authorization["vapid ".Length..].Split(',').Select(part => part.Trim().Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        var token = parts["t"].Split('.');
        var point = Base64Url.DecodeFromChars(parts["k"]);
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = point[1..33], Y = point[33..] } });
        var claims = JsonSerializer.Deserialize<JsonElement>(Base64Url.DecodeFromChars(token[1]));
        return key.VerifyData(Encoding.ASCII.GetBytes($"{token[0]}.{token[1]}"), Base64Url.DecodeFromChars(token[2]), HashAlgorithmName.SHA256)
            // The library leaves the port out, which real services do not have.
            && new Uri(claims.GetProperty("aud").GetString()!).Host == new Uri(endpoint).Host
            && claims.GetProperty("exp").GetInt64() > TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
    }

    private static byte[] PointOf(ECPoint point) => [4, .. point.X!, .. point.Y!];
}
