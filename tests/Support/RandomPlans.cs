using CapacityBoard.Beds;
using CapacityBoard.GrandRounds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Support;

/// <summary>Commands about where people are to go, grand-round reviews and corrections of mistakes.</summary>
internal static class RandomPlans
{
    public static readonly Func<Step, Site, DateTimeOffset, SiteCommand>[] All =
    [
        (step, site, _) => new SetPathway(Known(step, site), step.C % 5 == 4 ? null : (Pathway)(step.C % 5)),
        (step, site, _) => new SetNeeds(Known(step, site), NeedsOf(step)),
        Delay, Delay, Delay,
        (step, site, _) => new EndDelay(Known(step, site), Reason(step)),
        Mark,
        (step, site, now) => new GiveChoiceList(Known(step, site), step.C, now.AddMinutes(-step.A)),
        Review, Review,
        (step, site, now) => new AgreeAction(Known(step, site), "ring the family", "Ward manager", LocalDay.Of(now).AddDays(step.C % 5)),
        (step, site, _) => new CompleteAction(Known(step, site), ActionOf(step, site), step.C % 2 == 0 ? "done" : null),
        (step, site, now) => new ChangeAction(Known(step, site), ActionOf(step, site), "Therapy", LocalDay.Of(now).AddDays(step.C % 5)),
        (step, site, _) => new DropAction(Known(step, site), ActionOf(step, site), "went home"),
        (step, site, _) => new CancelAdmission(Known(step, site), "wrong person"),
        (step, site, _) => new CancelDischarge(Left(step, site), "wrong person", step.C % 3 == 0 ? $"{step.C % 12}" : null),
        (step, site, _) => new CancelDischarge(Left(step, site), "wrong time"),
        (step, site, _) => new CancelMedicallyOptimised(Known(step, site), "wrong person"),
        (step, site, now) => new CorrectStay(
            Known(step, site), "wrong time", (AgeBand)(step.C % 6), step.C % 2 == 0 ? now.AddDays(-step.A) : null, step.C % 3 == 0 ? "manchester" : null),
        (step, site, now) => new SetExpectedDischarge(Known(step, site), LocalDay.Of(now).AddDays(-step.C % 5), step.C % 2 == 0 ? "recorded late" : null),
    ];

    public static Needs NeedsOf(Step step) => new(
        step.A % 11 == 0 ? [] : [BedType.GeneralNursing, (BedType)(step.B % 4)],
        step.A % 2 == 0,
        step.B % 2 == 0,
        (Mobility)(step.C % 6),
        (Funding)(step.B % 6),
        step.C % 3 == 0 ? [SiteKey.Of("stockport", "fernlea")] : default,
        step.C % 4 == 0 ? "SK2 7JE" : null,
        step.C % 8 == 0 ? 5 : null,
        step.B % 5 == 0 ? "hears badly" : null);

    private static RecordDelay Delay(Step step, Site site, DateTimeOffset now) => new(
        Known(step, site),
        Reason(step),
        step.A % 3 == 0 ? (DelayOwner)(step.B % 4) : null,
        step.C % 3 == 0 ? LocalDay.Of(now).AddDays(-(step.C % 4)) : null,
        step.C % 4 == 0 ? "asked on Monday" : null,
        step.B % 2 == 0);

    private static MarkDay Mark(Step step, Site site, DateTimeOffset now) => new(
        Known(step, site),
        LocalDay.Of(now).AddDays(-(step.C % 3)),
        step.B % 2 == 0,
        step.B % 2 == 0 && step.A % 9 > 0 ? null : Reason(step));

    private static ReviewStay Review(Step step, Site site, DateTimeOffset now) => new(
        Known(step, site),
        (ReviewOutcome)(step.B % 5),
        step.C % 2 == 0 ? "the daughter is to be asked" : null,
        step.C % 3 == 0 ? [new("ring the daughter", step.A % 7 == 0 ? " " : "Ward manager", LocalDay.Of(now).AddDays(step.A % 4))] : default,
        step.A % 5 == 0 ? null : site.Stays.Find(Known(step, site))?.Round?.Last?.Id);

    private static string Known(Step step, Site site) => RandomCommands.Known(step, site);

    private static DelayReason Reason(Step step) => (DelayReason)(step.C % (step.A == 60 ? 18 : 3));

    private static string ActionOf(Step step, Site site) =>
        site.Stays.Find(Known(step, site))?.Round?.Open is { IsEmpty: false } open ? open[step.C % open.Length].Id : "none";

    private static string Left(Step step, Site site) =>
        site.Stays.Gone is { IsEmpty: false } gone ? gone[step.B % gone.Length].Stay.Reference : RandomCommands.Reference(step);
}
