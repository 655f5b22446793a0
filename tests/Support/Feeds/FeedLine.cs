using System.Globalization;
using CapacityBoard.Feeds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Support.Feeds;

/// <summary>One message of a sequence, as <c>sequences.txt</c> writes it.</summary>
public sealed record FeedLine(string Event, TimeOnly Recorded, string? Reference, string? Location, IReadOnlyDictionary<string, string> More)
{
    public static FeedLine Parse(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var more = words.Where(word => word.Contains('=', StringComparison.Ordinal)).Select(word => word.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        return new(words[0], TimeOnly.Parse(words[1], CultureInfo.InvariantCulture), words[2] == "-" ? null : words[2], words.Length > 3 && !words[3].Contains('=', StringComparison.Ordinal) ? words[3] : null, more);
    }

    public string Control => Find("id") ?? Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(ToString()))).AsSpan(0, 12).ToString();

    public string? Class => Find("cls");

    public DateTimeOffset RecordedAt => At(Recorded);

    public DateTimeOffset? Occurred => Time("occ");

    public DateTimeOffset? AdmittedAt => Time("adm");

    public DateTimeOffset? DischargedAt => Time("dis");

    public DateOnly? Expected => Find("exp") is { } days ? FeedSequence.Day.AddDays(int.Parse(days, CultureInfo.InvariantCulture)) : null;

    public DateOnly? BirthDate => Find("dob") is { } day ? DateOnly.Parse(day, CultureInfo.InvariantCulture) : null;

    public string? Destination => Find("dest");

    public string? Method => Find("meth");

    public string? Prior => Find("prior");

    public string? BedStatus => Find("status");

    /// <summary>The other half of a swap.</summary>
    public (string Reference, string Location)? With => Find("with")?.Split('@') is [var reference, var location] ? (reference, location) : null;

    public AdtMessage Message() => new(Control, Event, RecordedAt, Occurred, With is { } other
        ? [Visit(Reference, Location), Visit(other.Reference, other.Location)]
        : [Visit(Reference, Location)]);

    /// <summary>The same line about other people, in other beds.</summary>
    public FeedLine Renamed(Func<string, string> reference, Func<string, string> location) => this with
    {
        Reference = Reference is null ? null : reference(Reference),
        Location = Location is null ? null : location(Location),
        More = More.ToDictionary(pair => pair.Key, pair => pair.Key switch
        {
            "prior" => reference(pair.Value),
            "with" => $"{reference(With!.Value.Reference)}@{location(With.Value.Location)}",
            "id" => $"{pair.Value}B",
            _ => pair.Value,
        }),
    };

    public override string ToString() => string.Join(' ', new[] { Event, $"{Recorded:HH:mm}", Reference ?? "-", Location }.OfType<string>().Concat(More.Select(pair => $"{pair.Key}={pair.Value}")));

    private AdtVisit Visit(string? reference, string? location) => new(
        new(reference),
        Prior is { } prior ? new(prior) : null,
        LocationOf(location),
        Class,
        AdmittedAt,
        DischargedAt,
        Expected,
        Destination,
        Method,
        BirthDate is { } born ? AgeOf(born) : AgeBand.NotKnown,
        null,
        BedStatus);

    private static AdtLocation? LocationOf(string? text) => text?.Split('^') switch
    {
        [var ward] => new(ward),
        [var ward, var room] => new(ward, room),
        [var ward, var room, var bed, ..] => new(ward, room, bed),
        _ => null,
    };

    private static AgeBand AgeOf(DateOnly born) => (FeedSequence.Day.Year - born.Year) switch
    {
        < 18 => AgeBand.Under18,
        < 65 => AgeBand.From18To64,
        < 75 => AgeBand.From65To74,
        < 85 => AgeBand.From75To84,
        _ => AgeBand.From85,
    };

    private DateTimeOffset? Time(string key) => Find(key) is { } time ? At(TimeOnly.Parse(time, CultureInfo.InvariantCulture)) : null;

    private static DateTimeOffset At(TimeOnly time) => LocalDay.FromLocal(FeedSequence.Day.ToDateTime(time));

    private string? Find(string key) => More.GetValueOrDefault(key);
}
