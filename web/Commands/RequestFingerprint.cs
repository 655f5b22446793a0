using System.Security.Cryptography;
using System.Text.Json;
using CapacityBoard.Journal;
using CapacityBoard.Sites;

namespace CapacityBoard.Commands;

/// <summary>What a <see cref="SiteRequest"/> is bound to: its sender and content.</summary>
internal static class RequestFingerprint
{
    public static string Of(string by, SiteCommand command) =>
        Of([by, command.GetType().Name, JsonSerializer.Serialize(command, command.GetType(), DomainJson.Options)]);

    /// <param name="fields">
    /// A form's fields by name, without its anti-forgery token, which differs each time the form is shown.
    /// </param>
    public static string Of(string by, IEnumerable<KeyValuePair<string, string>> fields) =>
        Of([by, .. fields.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal)).OrderBy(field => field.Key, StringComparer.Ordinal).SelectMany(field => new[] { field.Key, field.Value })]);

    private static string Of(IReadOnlyList<string> parts) => Convert.ToBase64String(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(parts)).AsSpan(0, 18));
}
