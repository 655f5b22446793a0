using System.Collections.Immutable;
using System.Text;
using CapacityBoard.Interop.Hl7;
using CapacityBoard.Postcodes;
using CapacityBoard.Stays;

namespace CapacityBoard.Feeds;

/// <summary>
/// Takes from an ADT message what the board keeps. Birth date and postcode are read for an age band and a locality and go no further; names, addresses and
/// the patient's numbers are not read, but for telling them from the stay's reference.
/// </summary>
internal sealed class AdtReader(HomeLocalities homes)
{
    /// <summary>The longest test message, in characters.</summary>
    public const int LongestTest = 32_000;

    private const string Adt = "ADT";

    public static bool IsAdt(Hl7Message message) => message.Type == Adt;

    /// <summary>A pasted message; null if it cannot be read, and why.</summary>
    public AdtMessage? Read(string text, out string? problem)
    {
        if (!Hl7Message.TryRead(Encoding.UTF8.GetBytes(text), out var message, out problem))
        {
            return null;
        }

        problem = IsAdt(message) ? null : "It is no ADT message: MSH-9 does not begin with ADT.";
        return problem is null ? Read(message) : null;
    }

    public AdtMessage Read(Hl7Message message)
    {
        var evn = message.First("EVN");
        var recorded = Hl7Time.Instant(evn[2].Component(1)) ?? Hl7Time.Instant(message.Msh[7].Component(1));
        return new(
            message.Control,
            message.Event,
            recorded,
            Hl7Time.Instant(evn[6].Component(1)),
            message.All("NPU").Any() ? [Bed(message.First("NPU"))] : [.. PeopleOf(message).Select(person => Visit(person, message.Event, recorded))]);
    }

    /// <summary>The segments of each person, which begin with PID. Swaps and merges have several.</summary>
    private static List<Person> PeopleOf(Hl7Message message)
    {
        var people = new List<Person>();
        foreach (var segment in message.Segments)
        {
            if (segment.Is("PID") || (people.Count == 0 && segment.Is("PV1")))
            {
                people.Add(new(message.Separators));
            }

            people.LastOrDefault()?.Take(segment);
        }

        return people;
    }

    private AdtVisit Visit(Person person, string trigger, DateTimeOffset? recorded)
    {
        var (pid, pv1, pv2, mrg) = (person.Pid, person.Pv1, person.Pv2, person.Mrg);
        var patient = new[] { pid[2], pid[3], pid[4], pid[19], mrg[1], mrg[2], mrg[4] }
            .SelectMany(field => field.Repetitions).Select(each => each.Component(1)).Where(each => each.Length > 0).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new(
            Numbers(pv1[19], pv1[50], pid[18], patient),
            Numbers(mrg[5], mrg[6], mrg[3], patient) is { Visit: null, AlternateVisit: null, Account: null } ? null : Numbers(mrg[5], mrg[6], mrg[3], patient),
            Location(pv1[3]),
            OrNull(pv1[2].Component(1)),
            Hl7Time.Instant(pv1[44].Component(1)),
            Hl7Time.Instant(pv1[45].Component(1)),
            Hl7Time.Day(pv2[9].Component(1)) ?? (trigger == "A16" ? Hl7Time.Day(pv1[45].Component(1)) : null),
            Code(pv1[37]),
            Code(pv1[36]),
            AgeOf(Hl7Time.Day(pid[7].Component(1)), recorded),
            pid[11].Component(5) is { Length: > 0 } postcode ? homes.Find(postcode) : null);
    }

    private static AdtVisit Bed(Hl7Segment npu) => new(new(), Location: Location(npu[1]), BedStatus: Code(npu[2]));

    private static AdtNumbers Numbers(Hl7Field visit, Hl7Field alternate, Hl7Field account, HashSet<string> patient)
    {
        var values = new[] { visit, alternate, account }.Select(field => OrNull(field.Component(1))).ToList();
        var own = values.Select(value => value is not null && patient.Contains(value) ? null : value).ToList();
        return new(own[0], own[1], own[2], OfPatient: !values.SequenceEqual(own));
    }

    private static AdtLocation? Location(Hl7Field field) =>
        new AdtLocation(field.Component(1), field.Component(2), field.Component(3), field.Component(4)) is var location && location.ToString().Length > 0 ? location : null;

    /// <summary>A code of a table; anything longer is none.</summary>
    private static string? Code(Hl7Field field) => field.Component(1) is { Length: > 0 and <= 4 } code ? code : null;

    private static AgeBand AgeOf(DateOnly? born, DateTimeOffset? at)
    {
        if (born is not { } birth || at is not { } when || Sites.LocalDay.Of(when) is var day && birth > day)
        {
            return AgeBand.NotKnown;
        }

        var years = day.Year - birth.Year - (day.DayOfYear < birth.AddYears(day.Year - birth.Year).DayOfYear ? 1 : 0);
        return years switch
        {
            < 18 => AgeBand.Under18,
            < 65 => AgeBand.From18To64,
            < 75 => AgeBand.From65To74,
            < 85 => AgeBand.From75To84,
            < 130 => AgeBand.From85,
            _ => AgeBand.NotKnown,
        };
    }

    private static string? OrNull(string text) => text.Length > 0 ? text : null;

    private sealed class Person(Hl7Separators separators)
    {
        public Hl7Segment Pid { get; private set; } = new("PID", separators);

        public Hl7Segment Pv1 { get; private set; } = new("PV1", separators);

        public Hl7Segment Pv2 { get; private set; } = new("PV2", separators);

        public Hl7Segment Mrg { get; private set; } = new("MRG", separators);

        public void Take(Hl7Segment segment)
        {
            Pid = segment.Is("PID") ? segment : Pid;
            Pv1 = segment.Is("PV1") ? segment : Pv1;
            Pv2 = segment.Is("PV2") ? segment : Pv2;
            Mrg = segment.Is("MRG") ? segment : Mrg;
        }
    }
}
