using System.Collections.Immutable;
using CapacityBoard.Beds;
using CapacityBoard.Sites;

namespace CapacityBoard.Feeds;

/// <summary>The course of a stay in the order in which it happened.</summary>
/// <param name="At">Since when the person is on that ward, or when they left.</param>
/// <param name="ArrivedAt">Since when they are on that ward, or were on the one that they left.</param>
/// <param name="InBedSince">Since when they are in that bed.</param>
/// <param name="Admitted">The first time that they were in hospital.</param>
internal sealed record VisitCourse(
    VisitPresence? Presence, FeedPlace? Place, DateTimeOffset? At, DateTimeOffset? ArrivedAt, DateTimeOffset? InBedSince, DateTimeOffset? Admitted, DateTimeOffset? DischargeRecorded, ImmutableArray<string> Overtaken)
{
    private static readonly VisitCourse Start = new(null, null, null, null, null, null, null, []);

    public static VisitCourse Of(IEnumerable<FeedStatement> statements) => statements.OrderBy(VisitStatements.Order).Aggregate(Start, (course, next) => course.Then(next));

    private bool HasLeft => Presence == VisitPresence.Left;

    private VisitCourse Then(FeedStatement next) => next.Kind switch
    {
        StatementKind.Left => this with
        {
            Presence = VisitPresence.Left,
            At = next.Occurred,
            Admitted = Admitted ?? next.Facts.AdmittedAt,
            DischargeRecorded = next.Recorded,
        },
        StatementKind.Mentioned when HasLeft || next.Place is null => this,
        _ when HasLeft && next.Recorded <= DischargeRecorded => this with
        {
            Overtaken = Overtaken.Add($"{next.Event} of {Words.Of(next.Occurred)} was recorded before the discharge of {Words.Of(At!.Value)}, so it does not count."),
        },
        _ => In(next),
    };

    private bool IsOn(SiteKey? ward) => !HasLeft && Place?.Ward == ward;

    private VisitCourse In(FeedStatement next) => this with
    {
        Presence = next.Place!.Ward is null ? VisitPresence.Elsewhere : VisitPresence.In,
        Place = next.Place,
        At = IsOn(next.Place.Ward) ? At ?? next.Occurred : next.Occurred,
        ArrivedAt = IsOn(next.Place.Ward) ? ArrivedAt ?? next.Occurred : next.Occurred,
        InBedSince = !HasLeft && Place == next.Place ? InBedSince ?? next.Occurred : next.Occurred,
        Admitted = Admitted ?? next.Occurred,
    };
}
