using CapacityBoard.Assessments;
using CapacityBoard.Beds;
using CapacityBoard.Enquiries;
using CapacityBoard.Holds;
using CapacityBoard.Offers;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using FsCheck;
using FsCheck.Fluent;

namespace CapacityBoard.Reports;

/// <summary>One random act: numbers that become a command once the state is known, and the time that passes before it.</summary>
internal sealed record StayAct(int Verb, int A, int B, int C, TimeSpan Wait);

/// <summary>
/// Random acts around people who wait, at several sites: everything that can be recorded of a stay, early, late and by
/// mistake, with transfers that stop half-way, and with the nights on which the clocks change.
/// </summary>
internal sealed record StayActs(int Start, StayAct[] Acts)
{
    /// <summary>Before the clocks go forward, before they go back, and in summer.</summary>
    private static readonly DateTime[] Starts = [new(2026, 3, 24, 22, 0, 0), new(2026, 10, 20, 22, 0, 0), new(2026, 6, 1, 9, 0, 0)];

    private static readonly SiteKey[] Often =
    [
        RecordedLocalities.Ward, RecordedLocalities.Ward, RecordedLocalities.OtherWard, RecordedLocalities.Unit, RecordedLocalities.Elsewhere, RecordedLocalities.Home,
    ];

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(40), TimeSpan.FromHours(2), TimeSpan.FromHours(2),
        TimeSpan.FromHours(7), TimeSpan.FromHours(13), TimeSpan.FromHours(24),
    ];

    private static readonly Gen<StayAct> AnyAct =
        from verb in Gen.Choose(0, 999)
        from a in Gen.Choose(0, 60)
        from b in Gen.Choose(0, 60)
        from c in Gen.Choose(0, 60)
        from wait in Gen.Elements(Waits)
        select new StayAct(verb, a, b, c, wait);

    public static Arbitrary<StayActs> Any { get; } = Arb.From(
        from start in Gen.Choose(0, Starts.Length - 1)
        from acts in Gen.ArrayOf(AnyAct).Resize(300)
        select new StayActs(start, acts),
        Smaller);

    public RecordedLocalities Play()
    {
        var localities = new RecordedLocalities(RecordedLocalities.At(Starts[Start]));
        foreach (var act in Acts)
        {
            localities.After(act.Wait);
            var key = Often[act.A % Often.Length];
            localities.Try(key, Of(act, localities.StateOf(key), localities));
        }

        return localities;
    }

    public override string ToString() => string.Join('\n', Play().Entries.Select(entry => $"{entry.Position} {entry.At:O} {entry.Site} {entry.Event}"));

    private static SiteCommand Of(StayAct act, Site site, RecordedLocalities localities) => site.Closed is not null
        ? new ReopenSite()
        : site.Stays.All.FirstOrDefault(stay => stay.Transfer is not null) is { } moving && act.C % 3 > 0
            ? Move(moving, localities)
            : site.Kind != SiteKind.Ward && act.Verb % 5 == 0 ? OfEnquiries(act, site, localities.Now)
            : site.Kind == SiteKind.CareHome || act.Verb % 7 == 0 ? OfBeds(act, site, localities.Now) : OfStays(act, site, localities.Now);

    /// <summary>The next step of a transfer, which the product takes in the same way.</summary>
    private static SiteCommand Move(Stay moving, RecordedLocalities localities)
    {
        var transfer = moving.Transfer!;
        var from = RecordedLocalities.Everywhere.Single(key => localities.StateOf(key).Stays.All.Contains(moving));
        if (localities.Entries.Any(entry => entry.Event is TransferAccepted accepted && accepted.From == from && accepted.Stay.Reference == moving.Reference && entry.Position > BegunAt(transfer, localities)))
        {
            return new CompleteTransfer(moving.Reference, transfer.Operation);
        }

        return localities.Try(transfer.To, new AcceptTransfer(moving with { Bed = transfer.Bed }, from)) is null
            ? new ConfirmUnchanged()
            : new AbandonTransfer(moving.Reference, transfer.Operation, "full");
    }

    private static long BegunAt(Transfer transfer, RecordedLocalities localities) =>
        localities.Entries.Last(entry => entry.Event is TransferBegun begun && begun.Transfer == transfer.Operation).Position;

    private static SiteCommand OfBeds(StayAct act, Site site, DateTimeOffset now)
    {
        var type = BedTypes.Of(site.Kind)[act.B % 2 % BedTypes.Of(site.Kind).Length];
        var held = site.Capacity.LiveHolds(now).ToList() is { Count: > 0 } holds ? holds[act.C % holds.Count] : null;
        var hold = held?.Id ?? "none";
        return (act.Verb / 7 % 12) switch
        {
            0 => new DeclareVacancies([new(type, 4 + (act.B % 6), site.Kind == SiteKind.Ward ? site.Stays.In(type) : act.C % 5, act.C % 2, "staffing")]),
            2 => new ConfirmUnchanged(),
            3 => new CloseBeds(type, 1 + (act.B % 2), "repair"),
            4 => new ReopenBeds(type, 1),
            5 or 6 => new PlaceHold(type, $"S-{act.B % 9}", Until: now.AddHours(1 + (act.C % 40))),
            7 => new ExtendHold(hold, (held?.Until ?? now).AddHours(1 + (act.C % 20))),
            8 => new ReleaseHold(hold, "placed elsewhere"),
            9 => new DeclineHold(hold, "needs"),
            1 or 10 => site.Kind == SiteKind.Ward ? new AcceptHold(hold) : new AdmitOnHold(hold),
            _ => act.C % 4 == 0 ? new CloseSite("works") : new ConfirmUnchanged(),
        };
    }

    private static SiteCommand OfEnquiries(StayAct act, Site site, DateTimeOffset now)
    {
        var open = site.Enquiries.Open;
        return open.IsEmpty || act.B % 3 == 0
            ? new MakeEnquiry(
                BedTypes.Of(site.Kind)[act.C % 2], $"S-{act.B % 9}", act.C % 3 == 0 ? RecordedLocalities.Elsewhere : RecordedLocalities.Ward, ReadyOn: LocalDay.Of(now).AddDays(act.C % 3))
            : act.C % 3 == 0
                ? new AnswerEnquiry(open[act.B % open.Length].Id, PlaceAnswer.No, Reason: NoReason.Staffing)
                : new AnswerEnquiry(open[act.B % open.Length].Id, PlaceAnswer.WhenFree);
    }

    private static SiteCommand OfStays(StayAct act, Site site, DateTimeOffset now)
    {
        var there = site.Stays.All.Where(stay => stay.Transfer is null).ToList();
        var reference = there.Count == 0 || act.B % 11 == 0 ? $"S-{act.B % 9}" : there[act.B % there.Count].Reference;
        var early = now.AddHours(-act.C);
        return (act.Verb / 2 % 32) switch
        {
            0 or 1 or 2 => new AdmitStay($"S-{act.B % 9}", $"{act.C % 9}", BedTypes.Of(site.Kind)[0], AgeBand.From85, early, act.C % 3 == 0 ? null : act.C % 3 == 1 ? "stockport" : "manchester"),
            3 or 4 or 29 => new DeclareMedicallyOptimised(reference, act.C % 3 == 0 ? null : early),
            5 => new WithdrawMedicallyOptimised(reference, "fever"),
            6 => new CancelMedicallyOptimised(reference, "somebody else"),
            7 or 8 or 30 => new DischargeStay(reference, (Destination)(act.C % 7), act.C % 3 == 0 ? null : early),
            9 => new CancelDischarge(site.Stays.Gone is { IsEmpty: false } gone ? gone[act.B % gone.Length].Stay.Reference : reference, "still here", $"{act.C % 9}"),
            10 => new CancelAdmission(reference, "wrong patient"),
            11 => new CorrectStay(reference, "mistyped", AgeBand.From75To84, act.C % 2 == 0 ? early.AddDays(-1) : null, act.C % 4 == 0 ? "manchester" : "stockport"),
            12 or 13 => new RecordDelay(reference, (DelayReason)(act.C % 5), act.C % 3 == 0 ? DelayOwner.Housing : null, LocalDay.Of(early), null, act.C % 4 == 0),
            14 => new EndDelay(reference, site.Stays.Find(reference)?.Delays is [.., var last] ? last.Reason : DelayReason.Choice),
            15 => new SetPathway(reference, act.C % 5 == 0 ? null : (Pathway)(act.C % 4)),
            16 or 17 => new MarkDay(reference, LocalDay.Of(early), act.C % 2 == 0, act.C % 2 == 0 ? null : (DelayReason)(act.C % 4)),
            18 => new BeginTransfer(reference, site.Key == RecordedLocalities.Ward ? RecordedLocalities.OtherWard : RecordedLocalities.Ward, $"{act.C % 4}"),
            19 or 20 => new RequestAssessment(reference, (AssessmentKind)(act.C % 4), NotDelaying: act.C % 5 == 0 ? "can be done at home" : null),
            21 or 22 => Assess(act, reference, site, early),
            23 or 24 => new OfferPlace(reference, SiteKey.Of("stockport", $"home-{act.C % 3}"), BedType.GeneralNursing, act.C % 5 == 0),
            25 or 26 or 27 => Answer(act, reference, site),
            28 => new WithdrawOffer(reference, LastOffer(reference, site), (WithdrawalReason)(act.C % 4)),
            _ => new SetExpectedDischarge(reference, LocalDay.Of(now).AddDays(act.C % 4)),
        };
    }

    private static AnswerOffer Answer(StayAct act, string reference, Site site)
    {
        var answer = (FamilyAnswer)(act.C % 3);
        return new(reference, LastOffer(reference, site), answer, answer == FamilyAnswer.Declined ? (DeclineReason)(act.B % 6) : null);
    }

    private static string LastOffer(string reference, Site site) => site.Stays.Find(reference)?.Offers.LastOrDefault(each => each.Stands)?.Id ?? "none";

    private static AssessmentCommand Assess(StayAct act, string reference, Site site, DateTimeOffset early)
    {
        var id = site.Stays.Find(reference)?.Assessments.LastOrDefault(each => each.IsOpen)?.Id ?? "none";
        return act.C % 4 == 0 ? new CancelAssessment(reference, id, "no longer needed") : new CompleteAssessment(reference, id, AssessmentOutcome.PlanAgreed, act.C % 4 == 1 ? early : null);
    }

    private static IEnumerable<StayActs> Smaller(StayActs history)
    {
        for (var length = history.Acts.Length / 2; length > 0; length /= 2)
        {
            for (var from = 0; from + length <= history.Acts.Length; from += length)
            {
                yield return history with { Acts = [.. history.Acts[..from], .. history.Acts[(from + length)..]] };
            }
        }
    }
}
