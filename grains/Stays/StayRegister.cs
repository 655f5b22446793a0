using System.Collections.Immutable;
using CapacityBoard.Beds;
using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>Who is on a ward or unit, in the order in which they came.</summary>
[GenerateSerializer, Immutable]
public sealed record StayRegister(ImmutableArray<Stay> All)
{
    public static StayRegister Empty { get; } = new(ImmutableArray<Stay>.Empty);

    public Stay? Find(string reference) => All.FirstOrDefault(stay => stay.Reference == reference);

    public int In(BedType type) => All.Count(stay => stay.Type == type);

    public StayRegister Apply(SiteEvent happened, Stamp stamp) => happened switch
    {
        StayAdmitted e => new(All.Add(e.Stay)),
        BedChanged e => Change(e.Stay, stay => stay with { Bed = e.Bed }),
        ExpectedDischargeSet e => Change(e.Stay, stay => stay with { ExpectedDischarge = e.Date }),
        MedicallyOptimisedDeclared e => Change(e.Stay, stay => stay with { Optimised = stamp with { At = e.At } }),
        MedicallyOptimisedWithdrawn e => Change(e.Stay, stay => stay with { Optimised = null }),
        StayDischarged e => Without(e.Stay),
        TransferBegun e => Change(e.Stay, stay => stay with { Transfer = new(e.To, e.Bed, e.Transfer, stamp.At) }),
        TransferAccepted e => new(All.Add(e.Stay)),
        TransferCompleted e => Without(e.Stay),
        TransferAbandoned e => Change(e.Stay, stay => stay with { Transfer = null }),
        _ => this,
    };

    private StayRegister Change(string reference, Func<Stay, Stay> change) =>
        new([.. All.Select(stay => stay.Reference == reference ? change(stay) : stay)]);

    private StayRegister Without(string reference) => new(All.RemoveAll(stay => stay.Reference == reference));
}
