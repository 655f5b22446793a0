using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Support;

/// <summary>
/// Commands that mostly make sense at a site (few beds, few people, known ids), so that random histories go deep, and that
/// occasionally make none.
/// </summary>
internal static class RandomCommands
{
    private static readonly Func<Step, Site, DateTimeOffset, SiteCommand>[] OfBeds =
    [
        Declare, Declare,
        (_, _, _) => new ConfirmUnchanged(),
        (_, _, _) => new RequestFigures(),
        (step, site, _) => new CloseBeds(Type(step, site), step.B % 3, "repair"),
        (step, site, _) => new ReopenBeds(Type(step, site), step.B % 3),
        (step, site, now) => new ExpectVacancy(Type(step, site), now.AddHours(step.B), "going home"),
        (step, site, _) => new ConfirmExpectedVacancy(Expected(step, site)),
        (step, site, _) => new CancelExpectedVacancy(Expected(step, site), "taken ill"),
        (step, site, now) => new SuspendPlacements("infection", step.B % 2 == 0 ? Type(step, site) : null, step.C % 4 > 0 ? now.AddHours(step.B) : null),
        (step, site, _) => new LiftSuspension(step.B % 2 == 0 ? Type(step, site) : null),
        (step, site, _) => new LiftSuspension(site.Capacity.Suspensions.FirstOrDefault()?.Type),
        Hold, Hold, Hold, Hold,
        (step, site, now) => new ExtendHold(HeldAs(step, site), now.AddHours(step.C * 6)),
        (step, site, _) => new AcceptHold(HeldAs(step, site)),
        (step, site, now) => new PlanAssessment(HeldAs(step, site), now.AddHours(step.C), step.C % 2 == 0 ? "by video" : null),
        (step, site, _) => new DeclineHold(HeldAs(step, site), "staffing"),
        (step, site, _) => new ReleaseHold(HeldAs(step, site), "placed elsewhere"),
        (step, site, _) => new AdmitOnHold(HeldAs(step, site)),
        (step, site, _) => new UndoArrival(site.Capacity.Ended.LastOrDefault()?.Hold.Id ?? "none"),
        (step, site, _) => new DenyArrival(site.Capacity.Ended.LastOrDefault()?.Hold.Id ?? "none", site.Capacity.Ended.LastOrDefault()?.Hold.From ?? site.Key),
        (step, site, _) => new RegisterSite(GivenSite.DetailsOf(site.Kind) with { Rating = (CqcRating)(step.B % 5) }),
        (step, _, _) => new CloseSite(step.B % 9 == 0 ? " " : "sold"),
        (_, _, _) => new ReopenSite(),
        RandomOffers.Fees,
        .. RandomEnquiries.All,
        .. RandomResidences.AtThePlace,
    ];

    private static readonly Func<Step, Site, DateTimeOffset, SiteCommand>[] OfStays =
    [
        Admit, Admit, Admit, Admit,
        (step, site, _) => new ChangeBed(Known(step, site), $"{step.C % 12}"),
        (step, site, _) => new SwapBeds(Known(step, site), Known(step with { B = step.B + 1 }, site)),
        (step, site, now) => new SetExpectedDischarge(Known(step, site), step.C % 5 == 0 ? null : LocalDay.Of(now).AddDays(step.C % 4)),
        (step, site, _) => new DeclareMedicallyOptimised(Known(step, site)),
        (step, site, _) => new WithdrawMedicallyOptimised(Known(step, site), "fever"),
        (step, site, now) => new DischargeStay(Known(step, site), (Destination)(step.C % 7), step.A % 3 == 0 ? null : now.AddMinutes(-step.A)),
        (step, site, _) => new DischargeStay(Known(step, site), Destination.UsualResidence),
        (step, site, _) => new BeginTransfer(Known(step, site), Ward(step.C % 4), $"{step.C % 12}"),
        (step, site, _) => new BeginTransfer(Known(step, site), Ward(1), "1"),
        (step, site, _) => new BeginTransfer(Known(step, site), Ward(1), "1", Reference(step with { B = step.B + 1 })),
        (step, site, now) => new AcceptTransfer(
            new(Reference(step), $"{step.C % 12}", Type(step, site), AgeBand.From85, now.AddDays(-step.A), now.AddDays(-step.C)), Ward(1), Known(step with { B = step.B + 1 }, site)),
        (step, site, now) => new AcceptTransfer(
            new(Reference(step), $"{step.C % 12}", Type(step, site), AgeBand.From85, now.AddDays(-step.A), now.AddDays(-step.C)), Ward(step.B % 4)),
        (step, site, _) => new CompleteTransfer(Mover(step, site).Reference, Mover(step, site).Transfer!.Operation),
        (step, site, _) => new AbandonTransfer(Mover(step, site).Reference, Mover(step, site).Transfer!.Operation, "full"),
        .. RandomPlans.All,
        .. RandomAssessments.All,
        .. RandomOffers.All,
        .. RandomResidences.OnTheWard,
    ];

    public static SiteCommand Of(Step step, Site site, DateTimeOffset now)
    {
        if (site.Closed is not null && step.A % 3 == 0)
        {
            return new ReopenSite();
        }

        if (site.Capacity.Lines.IsEmpty && step.C % 4 > 0)
        {
            return Declare(step, site, now);
        }

        var stays = site.Kind.RecordsStays() ? step.Verb % 2 == 0 : step.A == 60;
        var verbs = stays ? OfStays : OfBeds;
        return verbs[step.Verb / 2 % verbs.Length](step, site, now);
    }

    private static DeclareVacancies Declare(Step step, Site site, DateTimeOffset now)
    {
        var type = Type(step, site);
        var stays = site.Stays.In(type);
        var occupied = step.C % 4 == 0 ? step.C % 5 : stays + (site.Kind == SiteKind.Ward ? 0 : step.C % 3);
        return new([new(type, step.B % 12, occupied, step.A % 9 == 0 ? 1 : 0, "staffing", step.A % 7 == 3 ? Seen(step, site, type) : null)]);
    }

    /// <summary>What the sender was shown: mostly the current line, occasionally an older one.</summary>
    private static LineSeen Seen(Step step, Site site, BedType type) =>
        site.Capacity.Line(type) is { } line && step.C % 3 > 0 ? new(line.Total, line.Occupied, line.Closed) : new(step.C % 3, 0, 0);

    private static PlaceHold Hold(Step step, Site site, DateTimeOffset now) => new(
        Type(step, site),
        step.B % 5 == 0 ? null : Reference(step),
        step.B % 5 == 0 ? "by ambulance" : null,
        step.C % 2 == 0 ? null : now.AddHours(step.C * 6),
        step.C % 7 == 0 ? now.AddHours(step.C) : null,
        step.C % 3 == 0 ? GivenSite.KeyOf(SiteKind.Ward) : null,
        step.C % 4 == 0 ? RandomPlans.NeedsOf(step) : null,
        step.C % 5 == 0 ? "0161 496 0000" : null);

    private static AdmitStay Admit(Step step, Site site, DateTimeOffset now) => new(
        Reference(step),
        $"{step.C % 12}",
        site.Kind == SiteKind.Ward && step.B % 2 == 0 ? null : Type(step, site),
        (AgeBand)(step.A % 6),
        step.A % 2 == 0 ? null : now.AddDays(-step.A),
        step.A % 3 == 0 ? "stockport" : null,
        step.A % 4 == 0 ? LocalDay.Of(now) : null,
        step.B % 6 == 0 ? HeldAs(step, site) : null,
        step.A % 5 == 0 ? RandomResidences.PlaceOf(step) : null);

    private static BedType Type(Step step, Site site) =>
        step.A == 60 ? (BedType)(step.B % 16) : BedTypes.Of(site.Kind)[step.A % Math.Min(2, BedTypes.Of(site.Kind).Length)];

    /// <summary>Sometimes lower-case, which must still mean the same person.</summary>
    internal static string Reference(Step step) => step.Verb % 5 == 0 ? $"s-{step.B % 6}" : $"S-{step.B % 6}";

    private static SiteKey Ward(int number) => number == 0 ? GivenSite.KeyOf(SiteKind.Ward) : SiteKey.OfWard("stockport", "stepping-hill-hospital", $"b{number}");

    private static string HeldAs(Step step, Site site) =>
        site.Capacity.Holds is { IsEmpty: false } holds ? holds[step.B % holds.Length].Id : "none";

    private static string Expected(Step step, Site site) =>
        site.Capacity.Expected is { IsEmpty: false } expected ? expected[step.B % expected.Length].Id : "none";

    internal static string Known(Step step, Site site) =>
        site.Stays.All is { IsEmpty: false } stays && step.A < 55 ? Cased(stays[step.B % stays.Length].Reference, step) : Reference(step);

    private static string Cased(string reference, Step step) => step.Verb % 5 == 0 ? reference.ToLowerInvariant() : reference;

    private static Stay Mover(Step step, Site site) => site.Stays.All.FirstOrDefault(stay => stay.Transfer is not null)
        ?? new(Reference(step), "1", BedType.Inpatient, AgeBand.NotKnown, default, default, Transfer: new(Ward(1), "1", "none", default));
}
