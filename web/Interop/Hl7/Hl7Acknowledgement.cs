namespace CapacityBoard.Interop.Hl7;

/// <summary>How a message was taken (table 0008).</summary>
internal enum AcknowledgementCode
{
    /// <summary>Accepted.</summary>
    AA,

    /// <summary>Its content is at fault, or waits for something.</summary>
    AE,

    /// <summary>It was not taken.</summary>
    AR,
}

/// <summary>The answer to a message. Of the message it repeats only what MSH says of sender, receiver and ID.</summary>
/// <param name="Error">A code of table 0357; null for an acceptance.</param>
internal sealed record Hl7Acknowledgement(AcknowledgementCode Code, string? Error = null, string? Text = null)
{
    private const string NoMessage = "100";

    public static byte[] OfUnreadable(string problem, DateTimeOffset now) => new Hl7Acknowledgement(AcknowledgementCode.AR, NoMessage, problem).Write(null, now);

    /// <param name="message">Null if there is none that could be read.</param>
    public byte[] Write(Hl7Message? message, DateTimeOffset now)
    {
        var separators = message?.Separators ?? Hl7Separators.Default;
        var msh = message?.Msh;
        var charset = message?.Charset ?? "";
        var header = new List<string>
        {
            separators.Encoding, Raw(msh, 5), Raw(msh, 6), Raw(msh, 3), Raw(msh, 4), Hl7Escapes.Encode(Hl7Time.Of(now), separators), "", Of(separators, message), $"CB{now.Ticks:x}", OrElse(Raw(msh, 11), "P"), OrElse(Raw(msh, 12), Hl7Escapes.Encode("2.4", separators)),
        };
        if (charset.Length > 0)
        {
            header.AddRange(["", "", "", "", "", Hl7Escapes.Encode(charset, separators)]);
        }

        string[] segments =
        [
            Segment(separators, "MSH", header),
            Segment(separators, "MSA", $"{Code}", Raw(msh, 10), Text is null ? "" : Hl7Escapes.Encode(Text, separators)),
            .. Error is null ? [] : new[] { Errors(separators, message) },
        ];
        return Hl7Charset.Encode(string.Concat(segments.Select(segment => $"{segment}\r")), charset);

        string Raw(Hl7Segment? segment, int field) => segment is null ? "" : Hl7Escapes.Encode(segment[field].Component(1), separators);
    }

    /// <summary>ERR changed with version 2.5.</summary>
    private string Errors(Hl7Separators separators, Hl7Message? message) => string.CompareOrdinal(message?.Version, "2.5") >= 0
        ? Segment(separators, "ERR", "", "", $"{Error}{separators.Component}{separators.Component}HL70357", "E", "", "", "", Text is null ? "" : Hl7Escapes.Encode(Text, separators))
        : Segment(separators, "ERR", $"{separators.Component}{separators.Component}{separators.Component}{Error}");

    private static string Of(Hl7Separators separators, Hl7Message? message) =>
        message is { Event: { Length: > 0 } trigger } ? $"ACK{separators.Component}{Hl7Escapes.Encode(trigger, separators)}" : "ACK";

    private static string OrElse(string text, string other) => text.Length > 0 ? text : other;

    /// <summary>MSH-1 is the separator between its name and MSH-2.</summary>
    private static string Segment(Hl7Separators separators, string name, params IEnumerable<string> fields) => $"{name}{separators.Field}{string.Join(separators.Field, fields)}";
}
