using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace CapacityBoard.Support;

/// <summary>The keys of a sign-on provider and of an impostor. Signs JSON web tokens with RS256.</summary>
internal sealed class SignOnKeys : IDisposable
{
    private const string KeyId = "test-1";

    private readonly RSA _own = RSA.Create(2048);
    private readonly RSA _strange = RSA.Create(2048);

    /// <summary>The public key in the form that /jwks serves.</summary>
    public object Jwks()
    {
        var key = _own.ExportParameters(includePrivateParameters: false);
        var (n, e) = (WebEncoders.Base64UrlEncode(key.Modulus!), WebEncoders.Base64UrlEncode(key.Exponent!));
        return new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = KeyId, n, e } } };
    }

    public string Sign(IReadOnlyDictionary<string, object> claims, string type, SignOnFault fault)
    {
        var unsigned = fault == SignOnFault.NoSignature;
        var header = Part(new { alg = unsigned ? "none" : "RS256", typ = type, kid = KeyId });
        var signed = $"{header}.{Part(claims)}";
        var key = fault == SignOnFault.WrongSignature ? _strange : _own;
        var signature = key.SignData(System.Text.Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{signed}.{(unsigned ? "" : WebEncoders.Base64UrlEncode(signature))}";
    }

    public void Dispose()
    {
        _own.Dispose();
        _strange.Dispose();
    }

    private static string Part(object content) => WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(content));
}
