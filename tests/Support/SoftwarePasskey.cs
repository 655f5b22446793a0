using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CapacityBoard.Support;

/// <summary>A device with one passkey (WebAuthn, ES256, no attestation), and the browser in front of it.</summary>
internal sealed class SoftwarePasskey : IDisposable
{
    private const byte UserPresent = 0x01;
    private const byte UserVerified = 0x04;
    private const byte HasCredential = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(32);
    private string _userHandle = "";
    private uint _uses;

    /// <summary>False for a device that did not ask for a fingerprint, a face or a PIN.</summary>
    public bool VerifiesItsUser { get; set; } = true;

    /// <summary>The page that asks; null for one of the board itself.</summary>
    public string? Origin { get; set; }

    /// <summary>The answer to a page that asks to create a passkey.</summary>
    /// <param name="options">What the server gave the page.</param>
    public string Create(string options, Uri board)
    {
        var asked = JsonNode.Parse(options)!;
        _userHandle = (string)asked["user"]!["id"]!;
        byte[] data = [.. DataOf((string)asked["rp"]!["id"]!, HasCredential), .. new byte[16], 0, (byte)_id.Length, .. _id, .. PublicKey()];
        byte[] attestation = [0xa3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xa0, .. Text("authData"), 0x58, checked((byte)data.Length), .. data];
        return Answer(new() { ["clientDataJSON"] = Encoded(ClientData("webauthn.create", asked, board)), ["attestationObject"] = Encoded(attestation) });
    }

    /// <summary>The answer to a page that asks who wants to sign in.</summary>
    /// <inheritdoc cref="Create"/>
    public string Sign(string options, Uri board)
    {
        var asked = JsonNode.Parse(options)!;
        asked["allowCredentials"]?.AsArray().ShouldBeEmpty("Nobody is told whose passkeys the board knows.");
        _uses++;
        var clientData = ClientData("webauthn.get", asked, board);
        var data = DataOf((string)asked["rpId"]!, 0);
        var signature = _key.SignData([.. data, .. SHA256.HashData(clientData)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Answer(new()
        {
            ["clientDataJSON"] = Encoded(clientData),
            ["authenticatorData"] = Encoded(data),
            ["signature"] = Encoded(signature),
            ["userHandle"] = _userHandle,
        });
    }

    public void Dispose() => _key.Dispose();

    private string Answer(JsonObject response) => new JsonObject
    {
        ["id"] = Encoded(_id),
        ["rawId"] = Encoded(_id),
        ["type"] = "public-key",
        ["clientExtensionResults"] = new JsonObject(),
        ["response"] = response,
    }.ToJsonString();

    private byte[] ClientData(string type, JsonNode asked, Uri board) => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
    {
        ["type"] = type,
        ["challenge"] = (string)asked["challenge"]!,
        ["origin"] = Origin ?? board.GetLeftPart(UriPartial.Authority),
        ["crossOrigin"] = false,
    });

    private byte[] DataOf(string host, byte flags)
    {
        var uses = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(uses, _uses);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(host)), (byte)(flags | UserPresent | (VerifiesItsUser ? UserVerified : 0)), .. uses];
    }

    /// <summary>The public key as COSE writes it.</summary>
    private byte[] PublicKey()
    {
        var point = _key.ExportParameters(false).Q;
        return [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
    }

    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static string Encoded(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
