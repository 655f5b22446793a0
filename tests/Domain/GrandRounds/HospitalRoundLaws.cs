using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CapacityBoard.GrandRounds;

/// <summary>What holds of every round after any history: its figures are counted again from what happened, by other means.</summary>
public sealed class HospitalRoundLaws
{
    private static readonly string[] Wards = ["a1", "b2", "c3"];

    private static readonly TimeSpan[] Waits = [TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromHours(7), TimeSpan.FromHours(24), TimeSpan.FromDays(3)];

    private static readonly Arbitrary<Step[]> Histories = Arb.From(Gen.ArrayOf(
        from verb in Gen.Choose(0, 12)
        from a in Gen.Choose(0, 60)
        from b in Gen.Choose(0, 60)
        from c in Gen.Choose(0, 60)
        from wait in Gen.Elements(Waits)
        select new Step(verb, a, b, c, wait)));

    [Fact]
    public void GivenAnyHistory_ThenEveryFigureIsWhatAnotherCountComesTo() => Law.HoldsForAll(Histories, history =>
    {
        var (hospital, policy) = (Play(history), PolicyOf(history));

        var summary = Round(hospital, null, policy).Summary;

        var (longs, open) = (new List<Stay>(), 0);
        foreach (var stay in hospital.Sites.SelectMany(site => site.Stays.All))
        {
            if (Nights(stay.AdmittedAt, hospital.Now) >= policy.LongStayMidnights)
            {
                longs.Add(stay);
                open += stay.Round?.Open.Length ?? 0;
            }
        }

        summary.LongStays.ShouldBe(longs.Count);
        summary.Marks.Select(mark => mark.Stays).ShouldBe(summary.Marks.Select(mark => longs.Count(stay => Nights(stay.AdmittedAt, hospital.Now) >= mark.Midnights)));
        summary.Optimised.ShouldBe(longs.Count(stay => stay.Optimised is not null));
        summary.OpenActions.ShouldBe(open);
        summary.OverdueActions.ShouldBe(longs.Sum(stay => stay.Round?.Open.Count(action => action.Due.ToDateTime(TimeOnly.MaxValue) < LocalDay.ToLocal(hospital.Now).DateTime) ?? 0));
        (summary.MeanMidnights ?? 0).ShouldBe(longs.Count == 0 ? 0 : longs.Sum(stay => Nights(stay.AdmittedAt, hospital.Now)) / (double)longs.Count, 0.0001);
        summary.ByReason.Sum(each => each.People).ShouldBe(longs.Count(stay => !stay.Delays.IsEmpty));
        summary.ByOwner.Sum(each => each.DelayedDays).ShouldBe(longs
            .Where(stay => !stay.Delays.IsEmpty && stay.Optimised is not null)
            .Sum(stay => Nights(stay.Optimised!.At, hospital.Now)));
        foreach (var (reason, people, _) in summary.ByReason)
        {
            people.ShouldBe(longs.Count(stay => stay.Delays.Any(delay => delay.IsPrimary && delay.Reason == reason)), $"{reason}");
        }
    });

    [Fact]
    public void GivenAnyHistory_ThenTheListIsLongestFirstAndEverybodyOnItOnce() => Law.HoldsForAll(Histories, history =>
    {
        var round = Round(Play(history), null, PolicyOf(history));

        round.Stays.Select(stay => stay.Midnights).ShouldBeInOrder(SortDirection.Descending);
        round.Stays.Select(stay => stay.Stay.Reference).ShouldBeUnique();
        round.Stays.ShouldAllBe(stay => stay.Midnights >= round.Policy.LongStayMidnights && stay.Mark <= stay.Midnights);
    });

    [Fact]
    public void GivenAnyHistory_WhenAWeekPassesAndNothingHappens_ThenOnlyWhoCameOnTheListOrWasNotReviewedIsTold() => Law.HoldsForAll(Histories, history =>
    {
        var hospital = Play(history);
        var before = hospital.Sites;
        hospital.At(hospital.Now.AddDays(7));

        Round(hospital, before, LocalityPolicy.Default).Stays.SelectMany(stay => stay.Changes)
            .ShouldAllBe(change => change.Kind == RoundChangeKind.NewOnList || change.Kind == RoundChangeKind.NotReviewedThen);
    });

    [Fact]
    public void GivenAnyHistory_WhenSeenWardByWard_ThenTogetherItIsTheWholeList() => Law.HoldsForAll(Histories, history =>
    {
        var round = Round(Play(history), null, PolicyOf(history));

        Wards.SelectMany(ward => round.With(site => site == GivenHospital.Key(ward)).Stays).ShouldBe(round.Stays, ignoreOrder: true);
    });

    private static GivenHospital Play(Step[] history)
    {
        var hospital = new GivenHospital(Wards);
        foreach (var step in history)
        {
            var ward = Wards[step.A % Wards.Length];
            hospital.At(hospital.Now + step.Wait).Try(ward, CommandOf(step, hospital.Ward(ward), hospital.Now), "The round");
        }

        return hospital;
    }

    private static SiteCommand CommandOf(Step step, Site ward, DateTimeOffset now)
    {
        var stays = ward.Stays.All;
        var stay = stays.IsEmpty ? null : stays[step.B % stays.Length];
        var known = stay?.Reference ?? "S-0";
        var today = LocalDay.Of(now);
        return step.Verb switch
        {
            0 or 1 or 2 => new AdmitStay($"S-{ward.Key.Name}-{step.B}", $"{step.B}", AdmittedAt: now.AddHours(-17 * step.C)),
            3 or 4 => new DeclareMedicallyOptimised(known, step.B % 2 == 0 ? null : now.AddHours(-step.C)),
            5 => new WithdrawMedicallyOptimised(known, "Fever"),
            6 or 7 => new RecordDelay(known, (DelayReason)(step.C % 18), step.B % 3 == 0 ? DelayOwner.Housing : null, Primary: step.C % 2 == 0),
            8 => new EndDelay(known, stay?.Delays.FirstOrDefault()?.Reason ?? DelayReason.Choice),
            9 or 10 => new ReviewStay(known, ReviewOutcome.PlanOnTrack, null, [new("Ask", "Ward", today.AddDays(step.C % 5))], stay?.Round?.Last?.Id),
            11 => new CompleteAction(known, stay?.Round?.Open.FirstOrDefault()?.Id ?? "none"),
            _ => new DischargeStay(known, Destination.UsualResidence),
        };
    }

    private static LocalityPolicy PolicyOf(Step[] history) => history.Length % 3 == 0
        ? LocalityPolicy.Default
        : new() { LongStayMidnights = 1 + history.Length % 12, SuperStrandedMidnights = 15 + history.Length, GrandRoundDay = (DayOfWeek)(history.Length % 7) };

    private static HospitalRound Round(GivenHospital hospital, IReadOnlyCollection<Site>? before, LocalityPolicy policy) =>
        HospitalRound.Of(hospital.Sites, before, RoundHospital.Of(hospital.Sites).Single(), "stockport", policy, hospital.Now);

    /// <summary>Counted day by day.</summary>
    private static int Nights(DateTimeOffset from, DateTimeOffset to)
    {
        var (day, last, nights) = (LocalDay.ToLocal(from).Date, LocalDay.ToLocal(to).Date, 0);
        for (; day < last; day = day.AddDays(1))
        {
            nights++;
        }

        return nights;
    }
}
