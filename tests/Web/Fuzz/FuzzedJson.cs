using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Fuzz;

/// <summary>Bodies as a schema describes them, of the things that are on the board of <see cref="EveryState"/>, and what becomes of them when something in them is wrong.</summary>
internal sealed class FuzzedJson(JsonNode description, SiteKey site, Random random)
{
    private const int Deepest = 6;

    private static readonly int[] HowMuchIsWrong = [0, 0, 0, 1, 1, 2];

    private static readonly string[] Stays = ["W-1", "W-2", "W-3", "W-4", "W-5", "W-6", "U-1", "U-2", "F-1", "A-77", "N-1", "N-2"];

    private static readonly string[] Holds = ["for-w-1", "W-1", "W-2"];

    private static readonly string[] Sites =
        [$"{EveryState.Limes}", $"{EveryState.Unit}", $"{EveryState.Agency}", $"{EveryState.Ward}", $"{EveryState.OtherWard}", $"{EveryState.WardElsewhere}", $"{EveryState.Closed}", "stockport/nowhere"];

    private string[] Here => site == EveryState.Ward ? ["W-1", "W-2", "W-3", "N-1"] : site == EveryState.Unit ? ["U-1", "N-2"] : site == EveryState.WardElsewhere ? ["F-1"] : ["N-3", "N-4"];

    /// <summary>A body for a schema, with something wrong in every other one.</summary>
    public byte[] Body(JsonNode schema)
    {
        var body = Value(schema, "", 0);
        for (var wrong = random.Of(HowMuchIsWrong); wrong > 0; wrong--)
        {
            body = WithWrong(body);
        }

        return random.Chance(0.05) ? Torn(body) : Encoding.UTF8.GetBytes(body);
    }

    private string Value(JsonNode schema, string name, int depth)
    {
        if ((string?)schema["$ref"] is { } reference)
        {
            return Value(reference.TrimStart('#', '/').Split('/').Aggregate(description, (at, part) => at[part]!), name, depth);
        }

        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray choices)
        {
            return Value(choices[random.Next(choices.Count)]!, name, depth);
        }

        return schema["enum"] is JsonArray codes ? (CodeHere(name) ?? codes[random.Next(codes.Count)])?.ToJsonString() ?? "null" : OfType(schema, name, depth);
    }

    /// <summary>A type of beds that the site has, mostly: hardly a command is right with another.</summary>
    private JsonValue? CodeHere(string name) => name == "type" && random.Chance(0.8)
        ? JsonValue.Create(Codes.Of(random.Of(site.Hospital is not null ? [BedType.Inpatient]
            : site == EveryState.Unit ? [BedType.StepDown, BedType.DischargeToAssess]
            : site == EveryState.Agency ? [BedType.CarePackage, BedType.ReablementPackage]
            : new[] { BedType.GeneralNursing, BedType.DementiaResidential })))
        : null;

    private string OfType(JsonNode schema, string name, int depth) => TypeOf(schema) switch
    {
        _ when depth > Deepest => "null",
        "null" => "null",
        "integer" => random.Next(-1, 12).ToString(CultureInfo.InvariantCulture),
        "number" => (random.NextDouble() * 60).ToString("0.###", CultureInfo.InvariantCulture),
        "boolean" => random.Chance(0.5) ? "true" : "false",
        "array" => $"[{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => Value(schema["items"] ?? schema, name, depth + 1)))}]",
        "string" => JsonValue.Create(TextOf(name, (string?)schema["format"])).ToJsonString(),
        _ => ObjectOf(schema, depth),
    };

    private string? TypeOf(JsonNode schema) => schema["type"] switch
    {
        JsonArray types => (string?)types[random.Next(types.Count)],
        var type => (string?)type,
    };

    private string ObjectOf(JsonNode schema, int depth)
    {
        var required = schema["required"]?.AsArray().Select(name => (string)name!).ToHashSet() ?? [];
        var properties = schema["properties"]?.AsObject().Where(property => required.Contains(property.Key) || random.Chance(0.5)) ?? [];
        return $"{{{string.Join(',', properties.Select(property => $"\"{property.Key}\":{Value(property.Value!, property.Key, depth + 1)}"))}}}";
    }

    private string TextOf(string name, string? format) => (name, format) switch
    {
        (_, "date-time") => TimeProvider.System.GetUtcNow().AddHours(random.Next(-72, 400)).ToString("O", CultureInfo.InvariantCulture),
        (_, "date") => TimeProvider.System.GetUtcNow().AddDays(random.Next(-10, 20)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ("stay", _) => random.Of(random.Chance(0.7) ? Here : Stays),
        ("hold" or "operation" or "expectedVacancy" or "id", _) => random.Of(Holds),
        ("to" or "from" or "site" or "wished" or "home", _) => random.Of(Sites),
        ("bed", _) => random.Next(1, 9).ToString(CultureInfo.InvariantCulture),
        ("action", _) => $"again/{random.Next(3)}",
        ("homeLocality", _) => EveryState.Locality,
        ("telephone", _) => "0161 496 0100",
        ("postcode" or "near", _) => "SK2 7JE",
        _ => random.Chance(0.5) ? "Going home" : random.Of(OddValues.Texts),
    };

    /// <summary>With a value that stands after a colon, a comma or a bracket replaced, left out, doubled or added.</summary>
    private string WithWrong(string body)
    {
        int[] at = [.. Enumerable.Range(0, body.Length).Where(index => body[index] is ':' or '[')];
        if (at.Length == 0)
        {
            return random.Chance(0.5) ? random.Of(OddValues.Json) : $"{{\"{random.Of(OddValues.Texts[..5]).Replace("\0", "", StringComparison.Ordinal)}\":1}}";
        }

        var start = at[random.Next(at.Length)] + 1;
        var end = body.IndexOfAny([',', '}', ']'], start) is var found and >= 0 ? found : body.Length;
        return random.Next(6) switch
        {
            0 => $"{body[..start]}{JsonValue.Create(random.Of(OddValues.Texts)).ToJsonString()}{body[end..]}",
            1 => $"{body[..^1]},\"odd\":{random.Of(OddValues.Json)}}}",
            2 => $"{body[..^1]},{body[1..]}",
            3 => $"{body[..start]}{new string('[', 200)}{new string(']', random.Next(190, 201))}{body[end..]}",
            _ => $"{body[..start]}{random.Of(OddValues.Json)}{body[end..]}",
        };
    }

    /// <summary>No more JSON, or not in UTF-8.</summary>
    private byte[] Torn(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        switch (random.Next(6))
        {
            case 0:
                return bytes[..random.Next(bytes.Length)];
            case 1:
                return Encoding.Unicode.GetBytes(body);
            case 2:
                return [0xEF, 0xBB, 0xBF, .. bytes];
            case 3:
                return [.. bytes, .. new byte[random.Of([1, 2_000, 70_000, 300_000])]];
            case 4:
                var noise = new byte[random.Next(200)];
                random.NextBytes(noise);
                return noise;
            default:
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return bytes;
        }
    }
}
