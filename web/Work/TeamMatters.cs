using CapacityBoard.Board;
using CapacityBoard.Enquiries;
using CapacityBoard.Holds;
using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui;

namespace CapacityBoard.Work;

/// <summary>What waits for a transfer team about its people: those in its hospitals, and its own in others.</summary>
internal static class TeamMatters
{
    /// <summary>How long before a hold ends the team is asked whether to extend it.</summary>
    private static readonly TimeSpan BeforeEnd = TimeSpan.FromHours(4);

    private static readonly TimeSpan HeldFor = TimeSpan.FromHours(24);

    /// <param name="people">The team's people.</param>
    /// <param name="sites">All that may hold a bed for them or be asked.</param>
    /// <param name="reminders">A locality's policy, by its name.</param>
    public static IEnumerable<Matter> Of(IReadOnlyCollection<KnownStay> people, IReadOnlyCollection<Site> sites, Func<string, ReminderPolicy> reminders, DateTimeOffset now)
    {
        var heldFor = PlacesHeld.LiveFor(sites, now);
        var asked = sites.Where(site => !site.Enquiries.Open.IsEmpty).SelectMany(site => PlaceAsked.At(site, now)).Where(each => each.IsOpen).ToLookup(each => each.Enquiry.Stay, StayReferences.Comparer);
        var known = people.Select(person => (
            Person: person,
            Held: heldFor(person).ToList(),
            Asked: asked[person.Stay.Reference].Where(each => HeldStays.IsWithin(each.Enquiry.From, person.Site.Key)).ToList())).ToList();
        return
        [
            .. known.SelectMany(each => each.Held).Where(held => held.Ended is null).Select(held => Hold(held, reminders(held.Place.Locality), now)).OfType<Matter>(),
            .. known.SelectMany(each => each.Asked.Select(asked => Enquiry(each.Person, asked, each.Held.Count > 0, reminders(asked.Place.Key.Locality), now))).OfType<Matter>(),
            .. Unasked(known.Where(each => each.Person.Stay is { Optimised: not null, Plan.Needs: not null, GoesBack: false } && each.Held.Count == 0 && each.Asked.Count == 0).Select(each => each.Person)),
        ];
    }

    /// <summary>One matter for all who are ready to leave, need a place, and have neither a bed held nor a place asked.</summary>
    private static IEnumerable<Matter> Unasked(IEnumerable<KnownStay> people) => people
        .GroupBy(person => person.Site.Key.Locality)
        .Select(group => new Matter(
            MatterKind.FindPlaces, group.First().Site.Key, Labels.OfPart(group.Key), group.Key, null, $"{group.Count()} {(group.Count() == 1 ? "person is" : "people are")} ready to leave, and no place is asked for them", $"/{group.Key}/plan", group.Min(person => person.Stay.Optimised!.At)));

    private static Matter? Hold(PlaceHeld held, ReminderPolicy reminders, DateTimeOffset now)
    {
        var (hold, name) = (held.Hold, held.Details.Name);
        var call = Call(held.Details);
        return (hold.Answer, hold.Arrival) switch
        {
            (null, _) when ReminderPolicy.At(hold.Placed.At, hold.Until, reminders.CallAtPercent) <= now => Of(MatterKind.ChaseHold, $"{name} has not answered the hold{call}", hold.Until),
            ({ IsAccepted: true }, { } arrival) when arrival <= now => Of(MatterKind.ArrivalOverdue, $"Was due at {name}, which has not said that they came{call}", arrival),
            _ when hold.Until - now <= BeforeEnd => Of(MatterKind.HoldEnds, $"The hold at {name} is about to end: extend or release it", hold.Until),
            _ => null,
        };

        Matter Of(MatterKind kind, string words, DateTimeOffset due) => new(
            kind, held.Place, name, hold.Id, hold.Stay, words, Paths.OfHold(held.Place, hold.Type), hold.Placed.At, due);
    }

    private static Matter? Enquiry(KnownStay person, PlaceAsked asked, bool isHeld, ReminderPolicy reminders, DateTimeOffset now) => asked.StandingAt(now) switch
    {
        EnquiryStanding.HasQuestion => WardMatters.Question(person.Site, person.Stay, asked),
        EnquiryStanding.CanTake when !isHeld && asked.Free > 0 && asked.Suspension is null && !(asked.Enquiry.Answer!.From > LocalDay.Of(now)) => new(
            MatterKind.HoldBed, asked.Place.Key, asked.Details.Name, asked.Enquiry.Id, person.Stay.Reference, $"{asked.Details.Name} can take them, and a bed is free: hold it", $"{Paths.OfStay(person.Site.Key, person.Stay.Reference)}#asked", asked.Enquiry.Answer.Answered.At, null,
            new("Hold bed", $"Bed held at {asked.Details.Name} for {HeldFor.TotalHours:0} hours.", asked.Place.Kind, asked.Place.Key, asked.HoldFor(person.Site.Key, now + HeldFor))),
        _ when asked.Enquiry is { Answer: null, Assessment: null, WaitsForReply: false, Made.At: var made, AnswerBy: var due } && ReminderPolicy.At(made, due, reminders.CallAtPercent) <= now => new(
            MatterKind.ChaseEnquiry, asked.Place.Key, asked.Details.Name, asked.Enquiry.Id, person.Stay.Reference, $"{asked.Details.Name} has not answered the enquiry{Call(asked.Details)}", $"{Paths.OfStay(person.Site.Key, person.Stay.Reference)}#asked", made, due),
        _ => null,
    };

    private static string Call(SiteDetails place) => place.Telephone is { } telephone ? $": call {telephone}" : "";
}
