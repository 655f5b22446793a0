using System.Diagnostics.CodeAnalysis;

namespace CapacityBoard.Interop.Hl7;

/// <summary>
/// An HL7 v2 message of any version. Reading never throws, whatever the bytes are: what is missing or cannot be read is empty. It splits what is asked
/// for, when it is asked for.
/// </summary>
internal sealed class Hl7Message
{
    private const string Header = "MSH";

    private readonly Hl7Segment[] _segments;

    private Hl7Message(Hl7Separators separators, Hl7Segment[] segments, string charset)
    {
        (Separators, _segments, Charset) = (separators, segments, charset);
        Msh = segments[0];
    }

    public Hl7Separators Separators { get; }

    /// <summary>MSH-18 as it was sent; empty for none.</summary>
    public string Charset { get; }

    public Hl7Segment Msh { get; }

    public IReadOnlyList<Hl7Segment> Segments => _segments;

    public string SendingApplication => Msh[3].Component(1);

    public string SendingFacility => Msh[4].Component(1);

    /// <summary>The message's type, <c>ADT</c>.</summary>
    public string Type => Msh[9].Component(1).ToUpperInvariant();

    /// <summary>The trigger event, <c>A01</c>. The oldest messages have it in EVN-1.</summary>
    public string Event => (Msh[9].Component(2) is { Length: > 0 } trigger ? trigger : First("EVN")[1].Component(1)).ToUpperInvariant();

    public string Control => Msh[10].Component(1);

    public string Version => Msh[12].Component(1);

    /// <summary>The first segment of a name; an empty one if there is none.</summary>
    public Hl7Segment First(string name) => All(name).FirstOrDefault() ?? new(name, Separators);

    public IEnumerable<Hl7Segment> All(string name) => _segments.Where(segment => segment.Is(name));

    /// <param name="problem">Why it is no message, for its sender. It repeats nothing of it.</param>
    public static bool TryRead(ReadOnlyMemory<byte> bytes, [NotNullWhen(true)] out Hl7Message? message, [NotNullWhen(false)] out string? problem)
    {
        (message, problem) = (null, null);
        var (text, charset) = Hl7Charset.Decode(bytes.Span);
        var start = text.AsSpan().TrimStart("\u000B\uFEFF \t\r\n").Length;
        text = text[^start..];
        if (!text.StartsWith(Header, StringComparison.Ordinal))
        {
            problem = "The message does not begin with MSH.";
        }
        else if (Hl7Separators.Of(text) is not { } separators)
        {
            problem = "MSH-1 has no field separator, or MSH-2 no encoding characters.";
        }
        else
        {
            message = new(separators, Split(text, separators), charset);
        }

        return message is not null;
    }

    /// <summary>Segments end with CR, as the standard says, or with LF or both, as files have them.</summary>
    private static Hl7Segment[] Split(string text, Hl7Separators separators) =>
        [.. text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\u001C')).Where(line => line.Length > 0).Select(line => new Hl7Segment(line, separators))];

    /// <summary>Nothing of the content.</summary>
    public override string ToString() => $"HL7 message of {_segments.Length} segments";
}
