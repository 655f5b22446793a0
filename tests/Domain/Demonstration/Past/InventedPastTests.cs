using System.Security.Cryptography;
using System.Text;
using CapacityBoard.Assessments;
using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Journal;
using CapacityBoard.Offers;
using CapacityBoard.Residences;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Demonstration.Past;

/// <summary>The invented past of some weeks over a winter's turn: plausible, and the same each time.</summary>
public sealed class InventedPastTests
{
    private static readonly DateTimeOffset End = new(2026, 11, 26, 14, 20, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Begin = End.AddDays(-8 * 7);

    private static readonly Lazy<PastTold> Told = new(() => new(Begin, End, BedsAddUp));

    [Fact]
    public void GivenTheSameInstants_WhenInventedTwice_ThenItIsTheSameToTheLetter() =>
        Digest(Begin.AddDays(45)).ShouldBe(Digest(Begin.AddDays(45)));

    [Fact]
    public void GivenThePast_ThenItsTimesAndOperationsAreThoseOfAJournal()
    {
        var entries = Told.Value.Entries;

        entries[0].At.ShouldBe(Begin);
        entries.Zip(entries.Skip(1)).ShouldAllBe(pair => pair.First.At <= pair.Second.At);
        entries[^1].ShouldSatisfyAllConditions(
            last => last.At.ShouldBe(End), last => last.Site.ShouldBe(InventedPast.LastSite), last => last.Operation.ShouldBe(InventedPast.LastOperation));
        entries.Select(entry => (entry.Site, entry.Operation)).Distinct().Count().ShouldBe(Told.Value.Appends);
    }

    [Fact]
    public void GivenThePast_ThenFewOfItsCommandsWereRefused() => Told.Value.Refused.ShouldBeLessThan(Told.Value.Appends / 200);

    [Fact]
    public void GivenThePast_ThenFewerLeaveAtTheWeekend()
    {
        var perDay = Told.Value.Entries.Where(entry => entry.Event is StayDischarged).GroupBy(entry => LocalDay.Of(entry.At)).ToList();

        var weekend = perDay.Where(day => Rhythm.IsWeekend(day.Key)).Average(day => day.Count());
        var week = perDay.Where(day => !Rhythm.IsWeekend(day.Key)).Average(day => day.Count());
        (weekend / week).ShouldBeInRange(0.4, 0.85);
    }

    [Fact]
    public void GivenThePast_ThenAsManyLeaveBeforeMiddayAsStockportCounted()
    {
        var hours = Told.Value.Entries.Where(entry => entry is { Event: StayDischarged, Site.Hospital: not null }).Select(entry => LocalDay.ToLocal(entry.At).Hour).ToList();

        (hours.Count(hour => hour < 12) / (double)hours.Count).ShouldBe(0.133, 0.05);
    }

    [Fact]
    public void GivenThePast_ThenEveryReasonOfDelayOccurs() => Told.Value.Entries.Select(entry => entry.Event).OfType<DelayRecorded>()
        .Select(delay => delay.Reason).Distinct().ShouldBe(DelayList.Acute.Reasons.Select(listed => listed.Reason), ignoreOrder: true);

    [Fact]
    public void GivenThePast_ThenEveryOneWhoWaitsInWythenshaweAndLivesInStockportIsKnownToDoSo() =>
        Told.Value.LongStaysOf(Hospital.Wythenshawe).Count(stay => stay.HomeLocality == "stockport" && stay.IsDelayed(End)).ShouldBeGreaterThan(5);

    [Fact]
    public void GivenThePast_ThenMostLongStaysWereReviewedAndSomeActionsAreOverdue()
    {
        var stays = Told.Value.LongStaysOf(Hospital.SteppingHill);

        stays.Count(stay => stay.Round?.Last is { } last && last.Reviewed.At > End.AddDays(-7)).ShouldBeGreaterThan(150);
        stays.SelectMany(stay => stay.Round?.Open ?? []).Count(action => action.IsOverdue(End)).ShouldBeInRange(10, 90);
    }

    [Fact]
    public void GivenThePast_ThenHomesHaveHoldsWithEveryAnswer()
    {
        var events = Told.Value.Entries.Select(entry => entry.Event).ToList();

        events.OfType<HoldPlaced>().Count(hold => hold is { From: not null, Needs: not null, Telephone: not null }).ShouldBeGreaterThan(100);
        events.ShouldContain(happened => happened is HoldAccepted);
        events.ShouldContain(happened => happened is AssessmentPlanned);
        events.ShouldContain(happened => happened is HoldDeclined);
        events.ShouldContain(happened => happened is HoldBecameAdmission);
        events.ShouldContain(happened => happened is StayAdmitted && ((StayAdmitted)happened).Hold != null);
    }

    [Fact]
    public void GivenThePast_ThenSocialWorkersTakeAboutTwoDaysAtSteppingHillAndTwelveAtWythenshawe()
    {
        HoursOfSocialWork(Hospital.SteppingHill).ShouldBeInRange(30, 66);
        HoursOfSocialWork(Hospital.Wythenshawe).ShouldBeInRange(200, 360);
    }

    [Fact]
    public void GivenThePast_ThenReasonsForDelayThatAssessmentsBringEndWithThem() => Told.Value.Sites.Values.SelectMany(site => site.Stays.All)
        .SelectMany(stay => stay.Delays.Where(delay => delay.Assessment is not null), (stay, delay) => (stay, delay))
        .ShouldAllBe(each => each.stay.Assessments.Any(open => open.IsOpen && open.Delay == each.delay.Reason));

    [Fact]
    public void GivenThePast_ThenMostOffersAreAcceptedAndTheOthersDeclinedForManyReasons()
    {
        var events = Told.Value.Entries.Select(entry => entry.Event).ToList();
        var answers = events.OfType<OfferAnswered>().ToLookup(answer => answer.Answer);

        events.OfType<PlaceOffered>().Count().ShouldBeGreaterThan(150);
        answers[FamilyAnswer.Accepted].Count().ShouldBeGreaterThan(answers[FamilyAnswer.Declined].Count());
        answers[FamilyAnswer.Declined].Select(answer => answer.Reason).Distinct().Count().ShouldBeGreaterThan(4);
        answers[FamilyAnswer.WantsToSeeFirst].ShouldNotBeEmpty();
        events.OfType<ChoiceLetterGiven>().Select(given => given.Letter).Distinct().Count().ShouldBe(2);
        events.OfType<PlaceOffered>().ShouldContain(offer => offer.IsInterim);
        Told.Value.Sites.Values.SelectMany(site => site.Stays.All).Select(stay => stay.Optimised is null ? (WaitsOn?)null : stay.WaitsOn).Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public void GivenThePast_ThenMostHomesStateTheirFees()
    {
        var homes = Told.Value.Sites.Values.Where(site => site.Kind == SiteKind.CareHome).ToList();

        (homes.Count(home => home.Fees is not null) / (double)homes.Count).ShouldBeInRange(0.6, 0.95);
        homes.ShouldContain(home => home.Fees != null && home.Fees.Statement.AsksTopUp == true);
    }

    [Fact]
    public void GivenThePast_ThenTheFirstHomeHasAHoldToAnswer() =>
        Told.Value.Sites[new StockportPlan().Sites()[0].Key].Capacity.LiveHolds(End).ShouldContain(hold => hold.Answer == null && hold.Needs != null);

    [Fact]
    public void GivenThePast_ThenAboutAThirdOver75CameFromAPlaceWhichMostlyAnswersWithinADay()
    {
        var old = Told.Value.Entries.Where(entry => entry is { Event: StayAdmitted { Stay.Age: >= AgeBand.From75To84 and not AgeBand.NotKnown }, Site.Hospital: not null }).Select(entry => StayEvents.StayOf(entry.Event)!).ToHashSet();
        var told = Told.Value.Entries.Where(entry => entry.Event is UsualResidenceSet).ToLookup(entry => StayEvents.StayOf(entry.Event)!);
        (old.Count(told.Contains) / (double)old.Count).ShouldBeInRange(0.25, 0.4);
        var hours = Told.Value.Entries.Where(entry => entry.Event is ReturnAnswered).Select(entry => (entry.At - told[StayEvents.StayOf(entry.Event)!].First().At).TotalHours).ToList();
        (hours.Count(each => each < 24) / (double)hours.Count).ShouldBeInRange(0.6, 0.9);
    }

    [Fact]
    public void GivenThePast_ThenWhoGoesBackToTheirUsualResidenceIsDischargedThere()
    {
        var back = Told.Value.Sites.Values.SelectMany(site => site.Stays.Gone).Where(gone => gone.Stay.GoesBack && gone.Destination == Destination.UsualResidence).ToList();

        back.Count.ShouldBeGreaterThan(5);
        back.ShouldAllBe(gone => gone.To == gone.Stay.UsualResidence!.Place);
    }

    [Fact]
    public void GivenThePast_ThenTheFirstHomeHasAResidentToAnswerFor()
    {
        var home = Told.Value.Sites[new StockportPlan().Sites()[0].Key];
        Told.Value.Sites.Values.Where(site => site.Kind == SiteKind.Ward)
            .ShouldContain(ward => ward.Stays.All.Any(stay => stay.UsualResidence != null && stay.UsualResidence.Place == home.Key && home.Returns.About(stay, ward.Key) == null));
    }

    [Fact]
    public void GivenEachMidnight_ThenTheLongStaysAreAboutAsManyAsInTheEnd()
    {
        var stays = new Dictionary<SiteKey, Site>();
        var counts = new List<int>();
        var next = LocalDay.StartOf(LocalDay.Of(Begin).AddDays(1));
        _ = new PastTold(Begin, End, (entry, site) =>
        {
            for (; entry.At >= next; next = LocalDay.StartOf(LocalDay.Of(next).AddDays(1)))
            {
                var midnight = next;
                counts.Add(Hospital.SteppingHill.Wards.Sum(ward => stays[ward.Key].Stays.All.Count(stay => stay.Midnights(midnight) >= 7)));
            }

            stays[entry.Site] = site;
        });

        counts.Count.ShouldBe(8 * 7);
        counts.ShouldAllBe(count => count > 180 && count < 240);
    }

    private static double HoursOfSocialWork(Hospital hospital)
    {
        var wards = hospital.Wards.Select(ward => ward.Key).ToHashSet();
        var asked = Told.Value.Entries.Where(entry => entry.Event is AssessmentRequested { Kind: AssessmentKind.SocialWork }).ToDictionary(entry => ((AssessmentRequested)entry.Event).Id, entry => entry.At);
        var hours = Told.Value.Entries.Where(entry => wards.Contains(entry.Site)).Select(entry => entry.Event).OfType<AssessmentCompleted>()
            .Where(done => asked.ContainsKey(done.Id)).Select(done => (done.At - asked[done.Id]).TotalHours).Order().ToList();
        hours.Count.ShouldBeGreaterThan(8);
        return hours[hours.Count / 2];
    }

    private static void BedsAddUp(JournalEntry entry, Site site)
    {
        foreach (var line in site.Capacity.Lines)
        {
            (line.Occupied + line.Closed + site.Capacity.Held(line.Type, entry.At)).ShouldBeLessThanOrEqualTo(line.Total, $"{site.Key} at {entry.At:O}");
        }
    }

    private static string Digest(DateTimeOffset begin)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var entry in new PastTold(begin, End).Entries)
        {
            var (name, json) = EventCatalogue.Write(entry.Event);
            hash.AppendData(Encoding.UTF8.GetBytes($"{entry.Site} {entry.Version} {entry.At:O} {entry.By} {entry.Operation} {name} {json}\n"));
        }

        return Convert.ToHexString(hash.GetCurrentHash());
    }
}
