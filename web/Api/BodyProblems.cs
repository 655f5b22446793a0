using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using CapacityBoard.Sites;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Api;

/// <summary>Explains a body that cannot be read: which field is wrong and what it needs.</summary>
internal static partial class BodyProblems
{
    private const string Whole = "The body must be one JSON object. See /openapi/v1.json.";

    /// <param name="body">The type that the body was read as; null if not known.</param>
    public static ProblemDetails Of(JsonException json, Type? body)
    {
        var field = json.Path?.TrimStart('$').TrimStart('.') ?? "";
        var message = json.Message.Split(" Path: ")[0];
        if (Missing(message) is { Count: > 0 } missing)
        {
            return Bad(field.Length == 0 ? missing[0] : $"{field}.{missing[0]}", $"Missing: {string.Join(", ", missing.Select(name => $"'{name}'"))}.");
        }

        return field.Length == 0 ? Bad(null, Whole) : Bad(field, Explain(json, field, message, body));
    }

    private static string Explain(JsonException json, string field, string message, Type? body) => message switch
    {
        _ when json.InnerException is JsonException => $"The body is not valid JSON from '{field}'. Check its brackets, quotes and commas.",
        _ when message.Contains("could not be mapped", StringComparison.Ordinal) => $"'{field}' is not a field of this command. Check the spelling.",
        _ when message.StartsWith("Duplicate property", StringComparison.Ordinal) => $"'{field}' is given twice. Give it once.",
        _ when message.Contains("doesn't allow", StringComparison.Ordinal) => $"'{field}' cannot be null. It must be {FormOf(TypeAt(body, field))}.",
        _ when message.Contains("could not be converted", StringComparison.Ordinal) =>
            $"'{field}' is not in the right format. It must be {FormOf(TypeAt(body, field))}.",
        _ => $"'{field}': {message}",
    };

    /// <summary>The names of the missing fields.</summary>
    private static List<string> Missing(string message) => message.Split("was missing required properties including:") is [_, var names]
        ? [.. Quoted().Matches(names).Select(name => name.Groups[1].Value)]
        : [];

    private static Type? TypeAt(Type? body, string field) => Names().Matches(field).Aggregate(body, (type, name) => name.Value[0] == '['
        ? type?.GetGenericArguments().FirstOrDefault()
        : Plain(type?.GetProperties().FirstOrDefault(property => string.Equals(property.Name, name.Value, StringComparison.OrdinalIgnoreCase))?.PropertyType));

    private static Type? Plain(Type? type) => type is null ? null : Nullable.GetUnderlyingType(type) ?? type;

    private static string FormOf(Type? type) => type switch
    {
        null => "as described in /openapi/v1.json",
        _ when type == typeof(int) => "a whole number",
        _ when type == typeof(double) => "a number",
        _ when type == typeof(string) => "text",
        _ when type == typeof(DateOnly) => "a date such as 2026-01-31",
        _ when type == typeof(SiteKey) => "a site such as locality/site or locality/hospital/ward",
        _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) => "a list",
        _ => "an object",
    };

    private static ProblemDetails Bad(string? field, string detail) => Problems.Of(StatusCodes.Status400BadRequest, "bad-json", detail, field);

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\[[0-9]+\]|[^.\[\]]+")]
    private static partial Regex Names();
}
