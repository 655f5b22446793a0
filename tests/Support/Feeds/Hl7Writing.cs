using System.Globalization;
using System.Text;
using CapacityBoard.Sites;

namespace CapacityBoard.Support.Feeds;

/// <summary>How one hospital's system writes HL7 v2.</summary>
/// <param name="Encoding">MSH-1 and MSH-2.</param>
/// <param name="Charset">MSH-18.</param>
public sealed record Hl7Dialect(string Version, string Encoding = "|^~\\&", string LineEnd = "\r", string Charset = "", Encoding? Bytes = null)
{
    public static IReadOnlyList<Hl7Dialect> All { get; } =
    [
        new("2.2"),
        new("2.3", LineEnd: "\n"),
        new("2.3.1", "#!~\\&", "\r\n"),
        new("2.4", Charset: "8859/1", Bytes: System.Text.Encoding.Latin1),
        new("2.5", Charset: "UNICODE UTF-8"),
        new("2.5.1", Charset: "UNICODE UTF-16", Bytes: System.Text.Encoding.Unicode),
        new("2.6", "$%*@+"),
        new("2.7", "|^~\\&#"),
        new("2.8", LineEnd: "\r\n", Charset: "UNICODE UTF-8"),
    ];

    /// <summary>The bytes of a line of a sequence, about an invented patient of whom everything is a word of its own.</summary>
    public byte[] Write(FeedLine line, string facility = "SHH") => (Bytes ?? new UTF8Encoding(false)).GetBytes(string.Join(LineEnd, SegmentsOf(line, facility).Select(InDialect)) + LineEnd);

    public override string ToString() => $"{Version} {Encoding} {Charset}";

    private static IEnumerable<string> SegmentsOf(FeedLine line, string facility)
    {
        yield return $"MSH|^~\\&|PAS|{facility}|BOARD|ITT|{Time(line.RecordedAt)}||ADT^{line.Event}|{line.Control}|P|VERSION||||||CHARSET";
        yield return $"EVN|{line.Event}|{Time(line.RecordedAt)}|||CLERKWORD^Clerknameword|{Time(line.Occurred)}";
        if (line.Event == "A20")
        {
            yield return $"NPU|{line.Location}|{line.BedStatus}";
            yield break;
        }

        foreach (var segment in Person(line, line.Reference, line.Location))
        {
            yield return segment;
        }

        if (line.With is { } other)
        {
            foreach (var segment in Person(line, other.Reference, other.Location))
            {
                yield return segment;
            }
        }

        yield return "ZUK|Zsegmentword^&@|2|";
    }

    private static IEnumerable<string> Person(FeedLine line, string? reference, string? location)
    {
        yield return $"PID|1|9434765919^^^NHSNUMBERWORD|HOSP{reference}9^^^SHH^PI~9434765919^^^NHS^NH||Surnameword^Forenameword^Middleword^^MRS||{line.BirthDate?.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}|F|Aliasword||1 Streetword^Villageword^Townword^^SK2 7JE^GBR||01614960123|||||";
        yield return "NK1|1|Kinsurnameword^Kinforenameword|SPO|1 Kinstreetword";
        if (line.Prior is { } prior)
        {
            yield return $"MRG|HOSPOLD9^^^SHH||||{prior}";
        }

        yield return $"PV1|1|{line.Class ?? "I"}|{location}|||||Doctorword^Consultantword|||||||||||{reference}^^^SHH|||||||||||||||||{line.Method}|{line.Destination}|||||||{Time(line.AdmittedAt)}|{Time(line.DischargedAt)}";
        yield return $"PV2|||Reasonword|||||||{line.Expected?.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}".Replace("|||||||2", "||||||2", StringComparison.Ordinal);
        yield return "DG1|1||Diagnosisword";
    }

    private string InDialect(string segment)
    {
        var text = segment.Replace("VERSION", Version, StringComparison.Ordinal).Replace("CHARSET", Charset, StringComparison.Ordinal);
        var body = text.StartsWith("MSH|^~\\&", StringComparison.Ordinal) ? text[8..] : text;
        var written = string.Concat(body.Select(each => "|^~\\&".IndexOf(each, StringComparison.Ordinal) is >= 0 and var index ? Encoding[index] : each));
        return body.Length == text.Length ? written : $"MSH{Encoding}{written}";
    }

    /// <summary>Half of the times without a zone, as most systems write them: United Kingdom time.</summary>
    private static string Time(DateTimeOffset? at) => at is not { } time ? ""
        : time.Minute % 2 == 0 ? LocalDay.ToLocal(time).ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture) : time.ToString("yyyyMMddHHmmss.ff+0000", CultureInfo.InvariantCulture);
}
