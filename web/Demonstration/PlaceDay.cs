using CapacityBoard.Beds;
using CapacityBoard.Demonstration.Past;
using CapacityBoard.Enquiries;
using CapacityBoard.Holds;
using CapacityBoard.Residences;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Demonstration;

/// <summary>The next event at a home, unit or agency, and what the transfer team asks of it.</summary>
internal sealed class PlaceDay(Random random)
{
    private const string Team = "Transfer team";

    public (SiteCommand Command, string By)? Next(Site site, IReadOnlyList<Site> all, DateTimeOffset now)
    {
        if (site.Capacity.Lines.IsEmpty)
        {
            return null;
        }

        var by = site.Details!.Name;
        var line = random.Of(site.Capacity.Lines);
        return random.Next(14) switch
        {
            < 3 => (new ConfirmUnchanged(), by),
            3 when CountsItself(site) && line.Occupied > 0 => (Occupied(line, -1), by),
            4 when CountsItself(site) && site.Capacity.Unpromised(line, now) > 0 => (Occupied(line, +1), by),
            5 when CountsItself(site) && site.Capacity.Expected.Length < 2 => (new ExpectVacancy(line.Type, now.AddHours(random.Next(3, 30)), random.Of(Phrases.ExpectedVacancies)), by),
            < 8 when site.Capacity.Available(line, now) > 0 && Waiting(line.Type, all, now) is (var ward, var stay) => (Hold(line.Type, ward, stay, now), Team),
            8 when site.Capacity.LiveHolds(now).FirstOrDefault(hold => hold.Answer is null && now - hold.Placed.At > TimeSpan.FromMinutes(10)) is { } hold =>
                (Answer(hold), by),
            9 when site.Capacity.LiveHolds(now).FirstOrDefault(hold => hold.Answer?.AssessesAt < now) is { } assessed => (new AcceptHold(assessed.Id), by),
            10 when site.Capacity.LiveHolds(now).FirstOrDefault(hold => hold.Answer?.IsAccepted == true && hold.Arrival <= now) is { } come => (Admit(site, come, all), by),
            11 when site.Enquiries.Open.FirstOrDefault(enquiry => !enquiry.IsYes && now - enquiry.Made.At > TimeSpan.FromMinutes(10)) is { } open =>
                (Answer(open, site, now), by),
            12 when Waiting(line.Type, all, now) is (var from, var person) && site.Enquiries.About(person.Reference, from.Key) is null => (Ask(line.Type, from, person, now), Team),
            13 when ToAnswer(site, all, now) is (var hospital, var resident) => (AnswerReturn(resident, hospital, now), by),
            _ when site.Capacity.Expected.FirstOrDefault(expected => expected.IsDue(now)) is { } due => (new ConfirmExpectedVacancy(due.Id), by),
            _ => null,
        };
    }

    /// <summary>An intermediate care unit does not declare occupied beds, because they are its recorded stays.</summary>
    private static bool CountsItself(Site site) => site.Kind != SiteKind.IntermediateCareUnit;

    /// <summary>A medically optimised person for whom a type of bed is suitable and no bed is held.</summary>
    private (Site Ward, Stay Stay)? Waiting(BedType type, IReadOnlyList<Site> all, DateTimeOffset now)
    {
        var held = all.SelectMany(site => site.Capacity.LiveHolds(now)).Select(hold => hold.Stay).ToHashSet();
        var waiting = all.Where(site => site.Kind == SiteKind.Ward)
            .SelectMany(ward => ward.Stays.All
                .Where(stay => stay is { Optimised: not null, GoesBack: false } && stay.Plan?.Needs?.Types.Contains(type) == true && !held.Contains(stay.Reference))
                .Select(stay => (ward, stay)))
            .ToList();
        return waiting.Count == 0 ? null : random.Of(waiting);
    }

    /// <summary>Somebody in hospital from here, about whom the place has had time to think.</summary>
    private static (Site Ward, Stay Stay)? ToAnswer(Site site, IReadOnlyList<Site> all, DateTimeOffset now) => all.Where(ward => ward.Kind == SiteKind.Ward)
        .SelectMany(ward => ward.Stays.All.Where(stay => stay.UsualResidence is { } residence && residence.Place == site.Key && now - residence.Recorded.At > TimeSpan.FromMinutes(10)), (ward, stay) => ((Site, Stay)?)(ward, stay))
        .FirstOrDefault(each => each is (var ward, var stay) && site.Returns.About(stay, ward.Key) is null);

    private AnswerReturn AnswerReturn(Stay stay, Site ward, DateTimeOffset now) => new(
        stay.Reference,
        ward.Key,
        stay.GoesBack || random.Chance(0.5) ? ReturnAnswer.SameSupport : ReturnAnswer.NewAssessment,
        random.Chance(0.6) ? LocalDay.Of(now).AddDays(14) : null);

    private PlaceHold Hold(BedType type, Site ward, Stay stay, DateTimeOffset now)
    {
        var arrival = now.AddHours(random.Next(3, 26));
        return new(
            type, stay.Reference, Until: arrival.AddHours(20), Arrival: arrival, From: ward.Key, Needs: stay.Plan!.Needs!.ForThePlaceAsked(),
            Telephone: ward.Details!.Telephone);
    }

    private static MakeEnquiry Ask(BedType type, Site ward, Stay stay, DateTimeOffset now) => new(
        type, stay.Reference, ward.Key, stay.Plan!.Needs!.ForThePlaceAsked(), ward.Details!.Telephone, ReadyOn: LocalDay.Of(now));

    private AnswerEnquiry Answer(Enquiry open, Site site, DateTimeOffset now)
    {
        var isFree = site.Capacity.Line(open.Type) is { } line && site.Capacity.Available(line, now) > 0;
        return random.Chance(0.6)
            ? new(open.Id, isFree ? PlaceAnswer.Now : PlaceAnswer.WhenFree)
            : new(open.Id, PlaceAnswer.No, Reason: isFree ? NoReason.NeedsTooHigh : NoReason.NoBed);
    }

    private CapacityCommand Answer(Hold hold) => random.Next(10) switch
    {
        < 6 => new AcceptHold(hold.Id),
        < 9 => new PlanAssessment(hold.Id, (hold.Arrival ?? hold.Until).AddHours(-1), "Our senior carer comes to the ward"),
        _ => new DeclineHold(hold.Id, random.Of(Phrases.Declined)),
    };

    /// <summary>A unit records the person as a stay of its own; any other place records only that the bed is taken.</summary>
    private static SiteCommand Admit(Site site, Hold hold, IReadOnlyList<Site> all) =>
        site.Kind == SiteKind.IntermediateCareUnit && all.FirstOrDefault(ward => ward.Key == hold.From)?.Stays.Find(hold.Stay!) is { } stay
            ? new AdmitStay(stay.Reference, site.FreeBed(), hold.Type, stay.Age, HomeLocality: stay.HomeLocality, Hold: hold.Id)
            : new AdmitOnHold(hold.Id);

    private static DeclareVacancies Occupied(BedLine line, int more) =>
        PlannedSite.Declare(new DeclaredLine(line.Type, line.Total, line.Occupied + more, line.Closed, Seen: new(line.Total, line.Occupied, line.Closed)));
}
