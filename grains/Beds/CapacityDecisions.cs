using CapacityBoard.Holds;
using CapacityBoard.Sites;

namespace CapacityBoard.Beds;

/// <summary>How a site's occupied beds depend on its stays.</summary>
/// <param name="Stays">Counts the stays recorded in beds of a type.</param>
/// <param name="OccupiedFollowsStays">True for a ward: its occupied beds are its stays and are never declared.</param>
public sealed record OccupancyRule(SiteKind Kind, Func<BedType, int> Stays, bool OccupiedFollowsStays);

/// <summary>The rules of capacity, the same for every kind of site.</summary>
public static class CapacityDecisions
{
    public static Decision Decide(CapacityCommand command, Capacity capacity, OccupancyRule rule, Moment moment) => command switch
    {
        DeclareVacancies c => Declarations.Declare(c, capacity, rule, moment),
        ConfirmUnchanged => Declarations.Confirm(capacity),
        RequestFigures => Declarations.Request(capacity, moment),
        CloseBeds c => Declarations.Close(c, capacity, moment),
        ReopenBeds c => Declarations.Reopen(c, capacity),
        ExpectVacancy c => ExpectedVacancies.Expect(c, capacity, rule, moment),
        ConfirmExpectedVacancy c => ExpectedVacancies.Confirm(c, capacity, rule),
        CancelExpectedVacancy c => ExpectedVacancies.Cancel(c, capacity),
        SuspendPlacements c => Suspensions.Suspend(c, rule, moment),
        LiftSuspension c => Suspensions.Lift(c, capacity, moment),
        ExtendHold c => HoldDecisions.Extend(c, capacity, moment),
        AcceptHold c => HoldAnswers.Accept(c, capacity, moment),
        PlanAssessment c => HoldAnswers.Assess(c, capacity, moment),
        DeclineHold c => HoldAnswers.Decline(c, capacity, moment),
        ReleaseHold c => HoldDecisions.Release(c, capacity, moment),
        AdmitOnHold c => HoldDecisions.Admit(c, capacity, rule, moment),
        UndoArrival c => HoldDecisions.UndoArrival(c, capacity, rule, moment),
        DenyArrival c => HoldDecisions.DenyArrival(c, capacity, rule, moment),
        _ => Decision.Refuse(RefusalCode.NotForThisKind, $"{command.GetType().Name} is not known here."),
    };

    internal static Refusal NoLine(BedType type) =>
        new(RefusalCode.UnknownBedLine, $"No beds of type {Codes.Of(type)} are declared here. Declare them first.", "type");
}
