using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace CapacityBoard.Support;

/// <summary>A span as OTLP carries it, with only the fields that the tests use.</summary>
/// <param name="Parent">Empty for the root span of a trace.</param>
public sealed record OtlpSpan(string Service, string Source, string Trace, string Id, string Parent, string Name, long Begun, long Ended)
{
    /// <summary>The spans of an <c>ExportTraceServiceRequest</c>, whose field numbers are those of opentelemetry-proto 1.</summary>
    public static IEnumerable<OtlpSpan> ReadAll(byte[] request) =>
        from resource in ProtobufField.Read(request).Where(field => field.Number == 1)
        let service = ServiceOf(resource.Fields)
        from scope in resource.Fields.Where(field => field.Number == 2)
        let source = scope.Fields.Single(field => field.Number == 1).Fields.Single(field => field.Number == 1).Text
        from span in scope.Fields.Where(field => field.Number == 2)
        select Of(service, source, [.. span.Fields]);

    /// <summary>A trace as an indented tree: each span's start and duration in milliseconds, and its service.</summary>
    public static string Tree(IReadOnlyCollection<OtlpSpan> trace)
    {
        var (text, begun) = (new StringBuilder(), trace.Min(span => span.Begun));
        foreach (var root in trace.Where(span => trace.All(other => other.Id != span.Parent)))
        {
            Write(root, 0);
        }

        return text.ToString();

        void Write(OtlpSpan span, int depth)
        {
            text.AppendLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{new string(' ', 2 * depth) + span.Name,-72} {(span.Begun - begun) / 1e6,7:0.0} {(span.Ended - span.Begun) / 1e6,7:0.0}  {span.Source}"));
            foreach (var child in trace.Where(other => other.Parent == span.Id).OrderBy(other => other.Begun))
            {
                Write(child, depth + 1);
            }
        }
    }

    private static OtlpSpan Of(string service, string source, ProtobufField[] fields)
    {
        ProtobufField? Find(int number) => fields.FirstOrDefault(field => field.Number == number);
        return new(
            service, source, Find(1)!.Hex, Find(2)!.Hex, Find(4)?.Hex ?? "", Find(5)!.Text,
            BinaryPrimitives.ReadInt64LittleEndian(Find(7)!.Bytes), BinaryPrimitives.ReadInt64LittleEndian(Find(8)!.Bytes));
    }

    private static string ServiceOf(IEnumerable<ProtobufField> resource) => resource.Single(field => field.Number == 1).Fields
        .Where(field => field.Number == 1).Select(attribute => attribute.Fields.ToList())
        .Single(attribute => attribute[0].Text == "service.name")[1].Fields.Single().Text;
}
