using System.Collections.Immutable;
using CapacityBoard.Assessments;
using CapacityBoard.Beds;
using CapacityBoard.GrandRounds;
using CapacityBoard.Offers;
using CapacityBoard.Residences;
using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>The people on a ward or unit, in the order they came.</summary>
[GenerateSerializer, Alias("board.stay-register"), Immutable]
public sealed record StayRegister([Id(0)] ImmutableArray<Stay> All)
{
    /// <summary>How long a person who has left is kept.</summary>
    private static readonly TimeSpan GoneAreKeptFor = TimeSpan.FromDays(7);

    /// <summary>The people who left within the last week, in the order that was recorded.</summary>
    [Id(0)]
    public ImmutableArray<Gone> Gone { get; init; } = [];

    public static StayRegister Empty { get; } = new(ImmutableArray<Stay>.Empty);

    public Stay? Find(string reference) => All.FirstOrDefault(stay => StayReferences.AreSame(stay.Reference, reference));

    /// <summary>The last discharge of the person with a reference; null if there was none within the last week.</summary>
    public Gone? FindGone(string? reference) => Gone.LastOrDefault(gone => StayReferences.AreSame(gone.Stay.Reference, reference));

    /// <summary>The number of people who have a bed of a type here.</summary>
    public int In(BedType type) => All.Count(stay => stay.Type == type && stay.Transfer is not { HasGivenUpBed: true });

    public StayRegister Apply(SiteEvent happened, Stamp stamp) => happened switch
    {
        StayAdmitted e => With(e.Stay),
        BedChanged e => Change(e.Stay, stay => stay with { Bed = e.Bed }),
        ExpectedDischargeSet e => Change(e.Stay, stay => stay with { ExpectedDischarge = e.Date }),
        MedicallyOptimisedDeclared e => Change(e.Stay, stay => stay with { Optimised = stamp with { At = e.At } }),
        MedicallyOptimisedWithdrawn e => Change(e.Stay, stay => stay with { Optimised = null }),
        MedicallyOptimisedCancelled e => Change(e.Stay, stay => stay with { Optimised = null }),
        StayCorrected e => Change(e.Stay, stay => Corrected(stay, e)),
        StayDischarged e => Discharge(e, stamp),
        AdmissionCancelled e => Without(e.Stay),
        DischargeCancelled e => With(e.Stay with { NeverLeft = stamp }) with { Gone = Gone.RemoveAll(gone => StayReferences.AreSame(gone.Stay.Reference, e.Stay.Reference)) },
        TransferBegun e => Change(e.Stay, stay => stay with { Transfer = new(e.To, e.Bed, e.Transfer, stamp.At, e.With, e.BedGivenUp is not null, e.Since) }),
        TransferAccepted e => With(e.Stay),
        TransferCompleted e => Without(e.Stay),
        TransferAbandoned e => Change(e.Stay, stay => stay with { Transfer = null }),
        PlanEvent e => Change(e.Stay, stay => stay with { Plan = Plans.Apply(stay.Plan ?? DischargePlan.Empty, e, stamp) }),
        ReviewEvent e => Change(e.Stay, stay => stay with { Round = Reviews.Apply(stay.Round ?? RoundNotes.Empty, e, stamp) }),
        UsualResidenceSet e => Change(e.Stay, stay => stay with { UsualResidence = e.Residence is { } place ? new(place, stamp) : null }),
        AssessmentEvent e => Change(e.Stay, stay => stay with { Asked = (stay.Asked ?? AskedAssessments.Empty).Apply(e, stamp) }),
        OfferEvent e => Change(e.Stay, stay => stay with { Offered = (stay.Offered ?? OfferedPlaces.Empty).Apply(e, stamp) }),
        _ => this,
    };

    private StayRegister With(Stay stay) => this with { All = All.Add(stay with { Plan = Plans.WithEachReasonOnce(stay.Plan) }) };

    private StayRegister Change(string reference, Func<Stay, Stay> change) =>
        this with { All = [.. All.Select(stay => StayReferences.AreSame(stay.Reference, reference) ? change(stay) : stay)] };

    private StayRegister Without(string reference) => this with { All = All.RemoveAll(stay => StayReferences.AreSame(stay.Reference, reference)) };

    private StayRegister Discharge(StayDischarged happened, Stamp stamp) => Find(happened.Stay) is not { } stay
        ? this
        : Without(happened.Stay) with
        {
            Gone = Gone
                .RemoveAll(gone => stamp.At - gone.Discharged.At > GoneAreKeptFor || StayReferences.AreSame(gone.Stay.Reference, happened.Stay))
                .Add(new(stay, happened.At, happened.Destination, happened.To, stamp)),
        };

    private static Stay Corrected(Stay stay, StayCorrected happened) => stay with
    {
        Age = happened.Age,
        AdmittedAt = happened.AdmittedAt,
        HomeLocality = happened.HomeLocality,
    };
}
