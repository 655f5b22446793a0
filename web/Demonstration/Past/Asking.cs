using CapacityBoard.Beds;
using CapacityBoard.Enquiries;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Demonstration.Past;

/// <summary>
/// The places that the transfer team asks about a hospital's people, and their answers: each place at its own pace, some on the same
/// day and some after three.
/// </summary>
internal sealed class Asking(Scene scene, Patients patients)
{
    private const string Team = "Transfer team";

    /// <summary>After so many days without a bed, another place is asked.</summary>
    private const int DaysAsked = 4;

    /// <summary>Draws of its own, so that what it asks does not change who comes and goes.</summary>
    private readonly Random _random = new(patients.Hospital.Prefix[0]);

    public void PlanDay(DateOnly day)
    {
        if (Rhythm.IsWeekend(day))
        {
            return;
        }

        var waiting = patients.LongStays.Where(IsToAsk).ToArray();
        _random.Shuffle(waiting);
        foreach (var patient in waiting.Take(_random.About(patients.Hospital.LongStaysADay * 0.4)))
        {
            scene.At(_random.In(day, 9, 16), patient, stay => Ask(patient, stay));
        }
    }

    /// <summary>A place that said yes and has a bed now; null if there is none.</summary>
    public (SiteKey Place, BedType Type)? Yes(Patient patient) => patient.Asked
        .Select(asked => (asked.Place, Enquiry: Open(asked)))
        .Where(each => each.Enquiry is { IsYes: true } yes && !(yes.Answer!.From > scene.Today) && IsFree(each.Place, yes.Type))
        .Select(each => ((SiteKey, BedType)?)(each.Place, each.Enquiry!.Type))
        .FirstOrDefault();

    /// <summary>Tells the places that nobody needs their answer any more.</summary>
    public void Close(Patient patient, string reason, string by)
    {
        foreach (var asked in patient.Asked.Where(asked => Open(asked) is not null))
        {
            scene.Town.Tell(asked.Place, new WithdrawEnquiry(asked.Enquiry, reason), by);
        }

        patient.Asked.Clear();
    }

    /// <summary>Gives a home an enquiry to answer about somebody who needs what it has.</summary>
    public void AskToAnswer(SiteKey home)
    {
        var type = scene.Town.Find(home).Capacity.Lines[0].Type;
        foreach (var patient in patients.LongStays.Where(patient => IsToAsk(patient) && scene.StayOf(patient)!.Plan!.Needs!.Types.Contains(type)).Take(2).ToList())
        {
            Ask(patient, scene.StayOf(patient)!, home, type);
        }
    }

    private bool IsToAsk(Patient patient) => !patient.IsLeaving && patient.Booking is null && patient.Asked.Count == 0 && patient.Pathway >= Pathway.P2
        && scene.StayOf(patient) is { Plan.Needs: not null } stay && (stay.Optimised is not null || stay.ExpectedDischarge is not null);

    private void Ask(Patient patient, Stay stay)
    {
        if (!IsToAsk(patient))
        {
            return;
        }

        var needs = stay.Plan!.Needs!;
        var places = scene.Sites.Select(site => scene.Town.Find(site.Key)).Where(site => site.Kind != SiteKind.Ward && site.Capacity.Lines.Any(line => needs.Types.Contains(line.Type))).ToArray();
        _random.Shuffle(places);
        foreach (var place in places.OrderBy(place => !needs.Wished.Contains(place.Key)).Take(_random.Next(2, 4)))
        {
            if (Ask(patient, stay, place.Key, needs.Types.First(type => place.Capacity.Line(type) is not null)) is { } enquiry)
            {
                Answer(patient, place.Key, enquiry);
            }
        }

        scene.At(scene.Now.AddDays(DaysAsked), () => Close(patient, "Another place is asked", Team));
    }

    private string? Ask(Patient patient, Stay stay, SiteKey place, BedType type)
    {
        var ready = stay.Optimised is not null || stay.ExpectedDischarge < scene.Today ? scene.Today : stay.ExpectedDischarge;
        var enquiry = scene.Town.Tell(
            place,
            new MakeEnquiry(
                type, stay.Reference, patient.Ward, stay.Plan!.Needs!.ForThePlaceAsked(), scene.Town.Find(patient.Ward).Details!.Telephone, ReadyOn: ready, IsUrgent: stay.Midnights(scene.Now) > 40),
            Team);
        if (enquiry is not null)
        {
            patient.Asked.Add(new(place, enquiry));
        }

        return enquiry;
    }

    /// <summary>The place sees it, may ask something or see the person first, and answers in its own time. Some never do.</summary>
    private void Answer(Patient patient, SiteKey place, string enquiry)
    {
        if (_random.Chance(0.1))
        {
            return;
        }

        var hours = HoursToAnswer(place);
        var name = scene.Town.Find(place).Details!.Name;
        At(hours * 0.2, () => scene.Town.Tell(place, new AcknowledgeEnquiry(enquiry)));
        if (_random.Chance(0.2))
        {
            At(hours * 0.3, () => scene.Town.Tell(place, new QuestionEnquiry(enquiry, _random.Of(Phrases.Questions)), name));
            At(hours * 0.3 + 3, () => scene.Town.Tell(place, new ReplyToEnquiry(enquiry, _random.Of(Phrases.Replies)), scene.Town.Find(patient.Ward).Details!.Name));
        }

        if (_random.Chance(0.4))
        {
            At(hours * 0.4, () => scene.Town.Tell(place, new PlanEnquiryAssessment(enquiry, InTheDay(scene.Now.AddHours(hours * 0.5)), (AssessedBy)_random.Next(3))));
            At(hours * 0.9, () => scene.Town.Tell(place, new CompleteEnquiryAssessment(enquiry)));
        }

        At(hours, () => scene.Town.Tell(place, AnswerOf(place, enquiry)));

        void At(double after, Action act) => scene.At(InTheDay(scene.Now.AddHours(after)), () =>
        {
            if (patient.Asked.Any(asked => asked.Enquiry == enquiry && asked.Place == place))
            {
                act();
            }
        });
    }

    private AnswerEnquiry AnswerOf(SiteKey place, string enquiry)
    {
        var isFree = scene.Town.Find(place).Enquiries.Find(enquiry) is { } asked && IsFree(place, asked.Type);
        return _random.Next(10) switch
        {
            < 4 => new(enquiry, isFree ? PlaceAnswer.Now : PlaceAnswer.WhenFree),
            < 6 => new(enquiry, PlaceAnswer.FromDate, scene.Today.AddDays(_random.Next(1, 5))),
            _ => new(enquiry, PlaceAnswer.No, Reason: isFree ? _random.Of(Enum.GetValues<NoReason>().Where(reason => reason is not (NoReason.NoBed or NoReason.Other)).ToArray()) : NoReason.NoBed),
        };
    }

    /// <summary>From 3 hours to 3 days, always the same for a place.</summary>
    private static double HoursToAnswer(SiteKey place) => 3 + Math.Pow(place.Value.Sum(each => (int)each) % 10, 2) * 0.85;

    private DateTimeOffset InTheDay(DateTimeOffset at) => LocalDay.ToLocal(at).Hour is >= 8 and < 19 ? at : _random.In(LocalDay.Of(at.AddHours(6)), 8, 11);

    private Enquiry? Open(Asked asked) => scene.Town.Find(asked.Place).Enquiries.Open.FirstOrDefault(enquiry => enquiry.Id == asked.Enquiry);

    private bool IsFree(SiteKey place, BedType type) => scene.Town.Find(place).Capacity is var capacity && capacity.Line(type) is { } line && capacity.Available(line, scene.Now) > 0;
}

/// <summary>A place asked about a person.</summary>
internal sealed record Asked(SiteKey Place, string Enquiry);
