using System.Globalization;
using System.Text;
using CapacityBoard.Feeds;
using CapacityBoard.Interop.Hl7;

namespace CapacityBoard.Demonstration.Feed;

/// <summary>Writes messages of the invented hospital as its system would: with a name, a birth date, an address and numbers of an invented patient.</summary>
internal static class AdtWriter
{
    public const string Application = "PAS";
    public const string Facility = "SHH";

    private static readonly string[] Surnames = ["Ashworth", "Bramhall", "Cheadle", "Davenport", "Edgeley", "Farrow", "Gatley", "Heaton", "Ibbotson", "Jessop", "Kershaw", "Lomas", "Marple", "Norris", "Offerton"];
    private static readonly string[] Forenames = ["Agnes", "Bernard", "Clara", "Dennis", "Edith", "Frank", "Grace", "Harold", "Irene", "Jack", "Kathleen", "Leonard", "Mavis"];
    private static readonly string[] Postcodes = ["SK1 3XE", "SK2 7JE", "SK3 0XB", "SK4 3BS", "SK5 7RD", "SK6 7AD", "SK7 1PA", "SK8 1NX"];

    public static byte[] Write(AdtMessage message)
    {
        var text = new StringBuilder();
        var recorded = Time(message.Recorded);
        Add(text, $@"MSH|^~\&|{Application}|{Facility}|BOARD|ITT|{recorded}||ADT^{message.Event}|{message.Control}|P|2.5.1||||||UNICODE UTF-8");
        Add(text, $"EVN|{message.Event}|{recorded}||||{Time(message.Occurred)}");
        foreach (var visit in message.Visits)
        {
            if (visit.BedStatus is { } status)
            {
                Add(text, $"NPU|{visit.Location}|{status}");
                continue;
            }

            AddPerson(text, visit);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void AddPerson(StringBuilder text, AdtVisit visit)
    {
        var number = int.Parse(visit.References.Visit.AsSpan()[^5..], CultureInfo.InvariantCulture);
        var born = new DateOnly(1925, 1, 1).AddDays(number * 7919 % (60 * 365)).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        Add(text, $"PID|1||H{number:000000}^^^{Facility}^PI||{Of(Surnames, number)}^{Of(Forenames, number * 7)}||{born}|{(number % 2 == 0 ? "F" : "M")}|||{number % 90 + 1} High Street^^Stockport^^{Of(Postcodes, number)}");
        Add(text, $"PV1|1|{visit.Class}|{visit.Location}||||||||||||||||{visit.References.Visit}^^^{Facility}|||||||||||||||||{visit.Method}|{visit.Destination}|||||||{Time(visit.AdmittedAt)}|{Time(visit.DischargedAt)}");
        if (visit.ExpectedDischarge is { } day)
        {
            Add(text, $"PV2|||||||||{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}");
        }
    }

    private static void Add(StringBuilder text, string segment) => text.Append(segment).Append('\r');

    private static string Of(string[] list, int number) => list[number % list.Length];

    private static string Time(DateTimeOffset? at) => at is { } time ? Hl7Time.Of(time) : "";
}
