using CapacityBoard.Beds;
using CapacityBoard.Offers;
using CapacityBoard.Reports.Facts;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Reports;

public sealed class OffersAndChoiceTests
{
    private static readonly SiteKey Ward = RecordedLocalities.Ward;

    private static readonly SiteKey Oak = SiteKey.Of("stockport", "oak-house");

    private readonly RecordedLocalities _localities = new RecordedLocalities(RecordedLocalities.At(new(2026, 6, 1, 9, 0, 0)));

    [Fact]
    public void GivenAnOfferDeclinedAndOneAccepted_ThenEachNightCountsForWhatWasWaitedFor()
    {
        Optimised("S-1").At("2026-06-03 09:00").Says(Ward, Offer("S-1"));
        _localities.At("2026-06-04 09:00").Says(Ward, new AnswerOffer("S-1", LastOffer("S-1"), FamilyAnswer.Declined, DeclineReason.TooFar));
        _localities.At("2026-06-06 09:00").Says(Ward, Offer("S-1")).Says(Ward, new AnswerOffer("S-1", LastOffer("S-1"), FamilyAnswer.Accepted));
        _localities.At("2026-06-08 09:00");

        // Midnights of 2 and 3 June, of 4, 5 and 6 June, and of 7 and 8 June.
        (Cell("nights", "capacity"), Cell("nights", "choice"), Cell("nights", "place")).ShouldBe((2, 3, 2));
        (Cell("by-hospital", "made"), Cell("by-hospital", "accepted"), Cell("by-hospital", "declined"), Cell("by-hospital", "waiting")).ShouldBe((2, 1, 1, 0));
        Cell("by-hospital", "median").ShouldBe(0.5, "1 day and none");
        Report().Column("by-reason", "declined").ShouldBe(new Dictionary<string, double> { ["too-far|stockport/stepping-hill"] = 1 });
        Report().Column("by-place", "made")["stockport/oak-house"].ShouldBe(2);
    }

    [Fact]
    public void GivenAnOfferThatDidNotSuit_ThenNothingCountsFromIt()
    {
        Optimised("S-1").Says(Ward, new SetPathway("S-1", Pathway.P3)).Says(Ward, Offer("S-1")).At("2026-06-04 09:00");
        Cell("nights", "choice").ShouldBe(3);

        _localities.Says(Ward, new WithdrawOffer("S-1", LastOffer("S-1"), WithdrawalReason.NotSuitable));

        (Cell("nights", "capacity"), Cell("nights", "choice"), Cell("by-hospital", "made")).ShouldBe((3, 0, 0));
    }

    [Fact]
    public void GivenSomebodyWhoNeedsNoPlace_ThenTheirNightsDoNotCount()
    {
        Optimised("S-1").Says(Ward, new SetPathway("S-1", Pathway.P0)).At("2026-06-04 09:00");

        Cell("nights", "capacity").ShouldBe(0);
    }

    [Fact]
    public void GivenAnyHistory_ThenNightsAndOffersAreThoseCountedFromTheEntries() => Law.HoldsForAll(StayActs.Any, history =>
    {
        var localities = history.Play();
        var question = localities.Question();
        var stays = StayRecount.All(localities.Entries).ToList();
        var nights = (
            from stay in stays
            from day in question.Days
            where LocalDay.StartOf(day) <= localities.Now && stay.IsDelayedAt(day)
            let ward = stay.WardAt(LocalDay.StartOf(day))
            where ward.Locality == RecordedLocalities.Locality || stay.Home == RecordedLocalities.Locality
            select (stay, day, ward)).DistinctBy(night => (HospitalOrUnit.Of(night.ward), night.stay.Person, night.day))
            .Where(night => night.stay.Pathway is Pathway.P2 or Pathway.P3 || Offers(night.stay).Count > 0).ToList();
        var report = new OffersAndChoice().Of(localities.Facts, question, localities.Policies);

        foreach (var waits in Enum.GetValues<WaitsOn>())
        {
            report.Column("nights", Codes.Of(waits)).Where(row => row.Key != "all" && row.Value > 0)
                .ShouldBe(nights.Where(night => WaitsOnAt(night.stay, LocalDay.StartOf(night.day)) == waits).Counts(night => HospitalOrUnit.Of(night.ward)), ignoreOrder: true);
        }

        var offers = (
            from stay in stays
            from offer in Offers(stay)
            let answer = LastAnswer(stay, offer.Id)
            let ward = stay.WardAt(answer?.At ?? stay.Discharge?.At ?? localities.Now)
            where ward.Locality == RecordedLocalities.Locality || stay.Home == RecordedLocalities.Locality
            select (Place: offer.Place.Value, Answer: ((OfferAnswered?)answer?.Event)?.Answer)).ToList();
        report.Column("by-place", "made").Where(row => row.Key != "all").ShouldBe(offers.Counts(offer => offer.Place), ignoreOrder: true);
        report.Column("by-place", "accepted").Where(row => row.Key != "all" && row.Value > 0)
            .ShouldBe(offers.Where(offer => offer.Answer == FamilyAnswer.Accepted).Counts(offer => offer.Place), ignoreOrder: true);
        report.Column("by-place", "declined").Where(row => row.Key != "all" && row.Value > 0)
            .ShouldBe(offers.Where(offer => offer.Answer == FamilyAnswer.Declined).Counts(offer => offer.Place), ignoreOrder: true);
    });

    /// <summary>The offers of a stay that were not withdrawn as unsuitable or as a mistake.</summary>
    private static List<PlaceOffered> Offers(StayRecount stay)
    {
        var never = stay.Own.Select(entry => entry.Event).OfType<OfferWithdrawn>().Where(e => e.Reason is WithdrawalReason.NotSuitable or WithdrawalReason.Mistake).Select(e => e.Id).ToHashSet();
        return [.. stay.Own.Select(entry => entry.Event).OfType<PlaceOffered>().Where(e => !never.Contains(e.Id))];
    }

    /// <summary>The last answer, unless it is that they want to see the place first.</summary>
    private static Journal.JournalEntry? LastAnswer(StayRecount stay, string offer) =>
        stay.Own.LastOrDefault(entry => entry.Event is OfferAnswered e && e.Id == offer) is { Event: OfferAnswered { Answer: not FamilyAnswer.WantsToSeeFirst } } last ? last : null;

    private static WaitsOn WaitsOnAt(StayRecount stay, DateTimeOffset at)
    {
        var before = stay.Own.Where(entry => entry.At <= at).Select(entry => entry.Event).ToList();
        var withdrawn = before.OfType<OfferWithdrawn>().Select(e => e.Id).ToHashSet();
        var standing = Offers(stay).Where(offer => before.Contains(offer) && !withdrawn.Contains(offer.Id)).ToList();
        return standing.Count == 0 ? WaitsOn.Capacity
            : standing.Any(offer => before.OfType<OfferAnswered>().LastOrDefault(e => e.Id == offer.Id)?.Answer == FamilyAnswer.Accepted) ? WaitsOn.Place : WaitsOn.Choice;
    }

    private RecordedLocalities Optimised(string stay) => _localities.Says(Ward, new AdmitStay(stay, stay, HomeLocality: "stockport")).Says(Ward, new DeclareMedicallyOptimised(stay));

    private static OfferPlace Offer(string stay) => new(stay, Oak, BedType.GeneralNursing);

    private string LastOffer(string stay) => _localities.StateOf(Ward).Stays.Find(stay)!.Offers[^1].Id;

    private Report Report() => new OffersAndChoice().Of(_localities.Facts, _localities.Question(), _localities.Policies);

    private double Cell(string table, string column) => Report().Column(table, column).GetValueOrDefault("all");
}
