using System.Collections.Immutable;
using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Feeds;

/// <summary>Reads messages by a feed's set-up. A pure function, so a message that waits is read again when the set-up is mended.</summary>
public static class FeedMapping
{
    private const int LongestBed = 15;

    private static readonly TimeSpan LongestLate = TimeSpan.FromDays(31);
    private static readonly TimeSpan MostAhead = TimeSpan.FromMinutes(15);

    public static FeedReading Read(AdtMessage message, DateTimeOffset received, FeedDefinition feed)
    {
        if (!AdtEvents.IsKnown(message.Event))
        {
            return FeedReading.Nothing($"The board has no use for {message.Event}.");
        }

        if (message.Recorded is not { } recorded)
        {
            return FeedReading.Waiting(FeedProblem.NoTime, "");
        }

        if (recorded > received + MostAhead || recorded < received - LongestLate)
        {
            return FeedReading.Waiting(recorded > received ? FeedProblem.Ahead : FeedProblem.TooOld, Words.Of(recorded));
        }

        if (message.Event == AdtEvents.BedStatus)
        {
            return ReadBed(message, recorded, feed);
        }

        if (AdtEvents.KindOf(message.Event) is not { } kind)
        {
            return FeedReading.Nothing($"{message.Event} changes nothing on the board.");
        }

        return Together(message.Visits.Where(visit => IsInpatient(message.Event, visit, feed)).Select((visit, index) => Read(message, kind, recorded, visit, index, feed)));
    }

    private static FeedReading Together(IEnumerable<FeedReading> readings)
    {
        var all = readings.ToList();
        return all.FirstOrDefault(each => each.Waits is not null)
            ?? (all.Count == 0 ? FeedReading.Nothing("It is about no inpatient.") : new([.. all.SelectMany(each => each.Statements)]));
    }

    /// <summary>Whoever becomes an outpatient was an inpatient.</summary>
    private static bool IsInpatient(string trigger, AdtVisit visit, FeedDefinition feed) =>
        trigger == "A07" || visit.Class is null || feed.Classes.Contains(visit.Class, StringComparer.OrdinalIgnoreCase);

    private static FeedReading ReadBed(AdtMessage message, DateTimeOffset recorded, FeedDefinition feed)
    {
        if (message.Visits is not [{ Location: { } location, BedStatus: { } status }, ..])
        {
            return FeedReading.Nothing("It names no bed and status.");
        }

        return feed.RuleOf(location) switch
        {
            null => FeedReading.Waiting(FeedProblem.LocationNotMapped, location.ToString()),
            { Ward: null } => FeedReading.Nothing("The bed is not on this board."),
            { Ward: { } ward } => new([], new(message.Fingerprint(), ward, BedOf(location), status.ToUpperInvariant(), message.Occurred ?? recorded)),
        };
    }

    private static FeedReading Read(AdtMessage message, StatementKind kind, DateTimeOffset recorded, AdtVisit visit, int index, FeedDefinition feed)
    {
        if (WhyNoReference(visit.References, feed.Reference) is { } wrong)
        {
            return new([], Waits: wrong);
        }

        // Whoever left has no bed, and what is known of them needs none.
        kind = kind == StatementKind.Mentioned && visit.DischargedAt is not null ? StatementKind.Left : kind;
        var location = kind == StatementKind.Left ? null : visit.Location;
        if (location is null && AdtEvents.NeedsPlace(kind))
        {
            return FeedReading.Waiting(FeedProblem.NoLocation, message.Event);
        }

        var rule = location is null ? null : feed.RuleOf(location);
        return location is not null && rule is null
            ? FeedReading.Waiting(FeedProblem.LocationNotMapped, location.ToString())
            : new([Statement(message, kind, recorded, visit, index, rule is null ? null : new(rule.Ward, BedOf(location!)), feed)]);
    }

    private static FeedStatement Statement(
        AdtMessage message, StatementKind kind, DateTimeOffset recorded, AdtVisit visit, int index, FeedPlace? place, FeedDefinition feed) => new(
            $"{message.Fingerprint()}-{index}",
            message.Event,
            kind,
            visit.References[feed.Reference]!,
            IsCancel(kind) || Happened(message, kind, visit) is not { } at || at > recorded ? recorded : at,
            recorded,
            place,
            new(visit.Age, visit.HomeLocality, visit.AdmittedAt, visit.ExpectedDischarge, message.Event == "A25", visit.Destination, visit.Method),
            IsCancel(kind) ? message.Occurred : null,
            visit.Prior?[feed.Reference] is { } prior && StayReferences.Check(prior, "prior") is null && !StayReferences.AreSame(prior, visit.References[feed.Reference]) ? prior : null);

    /// <summary>Nothing happened after it was recorded: a time that says so is none.</summary>
    private static DateTimeOffset? Happened(AdtMessage message, StatementKind kind, AdtVisit visit) => kind switch
    {
        StatementKind.Left => message.Occurred ?? visit.DischargedAt,
        StatementKind.Mentioned => null,
        _ => message.Occurred,
    };

    private static bool IsCancel(StatementKind kind) => kind is StatementKind.MoveCancelled or StatementKind.DischargeCancelled or StatementKind.NeverAdmitted;

    private static FeedObstacle? WhyNoReference(AdtNumbers numbers, ReferenceField field) => numbers[field] switch
    {
        null when numbers.OfPatient => new(FeedProblem.ReferenceOfPatient, FieldName(field)),
        null => new(FeedProblem.NoReference, FieldName(field)),
        { } reference when StayReferences.Check(reference, "reference") is not null => new(FeedProblem.WrongReference, FieldName(field)),
        _ => null,
    };

    public static string FieldName(ReferenceField field) => field switch
    {
        ReferenceField.VisitNumber => "PV1-19",
        ReferenceField.AlternateVisitId => "PV1-50",
        _ => "PID-18",
    };

    /// <summary>Bay and bed, unless the bed's own label has the bay already: <c>2-04</c>.</summary>
    internal static string BedOf(AdtLocation location)
    {
        var label = location switch
        {
            { Bed: "" } => location.Room,
            { Room: "" } => location.Bed,
            { Room: var room, Bed: var bed } when bed.StartsWith(room, StringComparison.OrdinalIgnoreCase) && bed[room.Length..] is [var next, ..] && !char.IsDigit(next) => bed,
            { Room: var room, Bed: var bed } => $"{room}-{bed}",
        };
        label = new([.. label.Where(each => !char.IsControl(each))]);
        return label.Length <= LongestBed ? label.Trim() : label[..LongestBed].Trim();
    }
}
