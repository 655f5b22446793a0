using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Offers;

/// <summary>What holds of offers at every site after any commands at any times.</summary>
public sealed class OfferLaws
{
    [Fact]
    public void GivenAnyHistory_ThenAtMostOneInterimPlaceAndOneOtherAreAccepted() => ForEveryStay(
        stay => stay.Offers.Where(offer => offer.IsAccepted).Select(offer => offer.IsInterim).ShouldBeUnique());

    [Fact]
    public void GivenAnyHistory_ThenAPlaceHasAtMostOneOfferThatWaitsForAnAnswer() => ForEveryStay(
        stay => stay.Offers.Where(offer => offer.WaitsForAnswer).Select(offer => offer.Place).ShouldBeUnique());

    [Fact]
    public void GivenAnyHistory_ThenChoiceThatAnOfferBroughtDelaysOnlyThoseWhoWaitForTheirChoice() => ForEveryStay(stay =>
        stay.Delays.Where(delay => delay.Offer is not null).ShouldAllBe(delay => delay.Reason == DelayReason.Choice && stay.WaitsOn == WaitsOn.Choice));

    [Fact]
    public void GivenAnyHistory_WhenSomebodyMedicallyOptimisedBeginsToWaitForTheirChoice_ThenThatDelaysThem() => ForEveryTurn((before, happened, stay) =>
    {
        if (stay.Optimised is not null && stay.WaitsOn == WaitsOn.Choice && (before?.Optimised is null || before.WaitsOn != WaitsOn.Choice) && happened is not (TransferAccepted or DischargeCancelled))
        {
            stay.Delays.ShouldContain(delay => delay.Reason == DelayReason.Choice);
        }
    });

    /// <summary>What a stay keeps is told again from the events alone, one after the other.</summary>
    [Fact]
    public void GivenAnyHistory_ThenTheDaysCountAndThePersonWaitsAsTheEventsSay() => Law.HoldsForAll(SiteActs.Any, history =>
    {
        var told = new Dictionary<string, List<OfferEvent>>(StringComparer.OrdinalIgnoreCase);
        foreach (var turn in history.Run())
        {
            foreach (var happened in turn.Decision.Events)
            {
                if (happened is OfferEvent offered)
                {
                    (told.TryGetValue(offered.Stay, out var all) ? all : told[offered.Stay] = []).Add(offered);
                }
                else if (happened is StayAdmitted admitted)
                {
                    told.Remove(admitted.Stay.Reference);
                }
            }

            foreach (var stay in turn.Site.Stays.All)
            {
                var events = told.GetValueOrDefault(stay.Reference) ?? [];
                (stay.Offered?.FirstSuitable?.Id, stay.WaitsOn).ShouldBe((FirstSuitable(events), WaitsOnBy(events)));
            }
        }
    });

    private static string? FirstSuitable(List<OfferEvent> events)
    {
        var unsuitable = events.OfType<OfferWithdrawn>().Where(e => e.Reason is WithdrawalReason.NotSuitable or WithdrawalReason.Mistake).Select(e => e.Id);
        return events.OfType<PlaceOffered>().Select(e => e.Id).Except(unsuitable).FirstOrDefault();
    }

    private static WaitsOn WaitsOnBy(List<OfferEvent> events)
    {
        var standing = events.OfType<PlaceOffered>().Select(e => e.Id).Except(events.OfType<OfferWithdrawn>().Select(e => e.Id)).ToList();
        var last = standing.Select(id => events.OfType<OfferAnswered>().LastOrDefault(e => e.Id == id)?.Answer);
        return standing.Count == 0 ? WaitsOn.Capacity : last.Contains(FamilyAnswer.Accepted) ? WaitsOn.Place : WaitsOn.Choice;
    }

    private static void ForEveryTurn(Action<Stay?, SiteEvent, Stay> law) => Law.HoldsForAll(SiteActs.Any, history =>
    {
        IReadOnlyList<Stay> before = [];
        foreach (var turn in history.Run())
        {
            foreach (var stay in turn.Decision.Events.Take(1).SelectMany(happened => turn.Site.Stays.All.Where(stay => StayReferences.AreSame(stay.Reference, StayEvents.StayOf(happened)))))
            {
                law(before.FirstOrDefault(each => each.Reference == stay.Reference), turn.Decision.Events[0], stay);
            }

            before = [.. turn.Site.Stays.All];
        }
    });

    private static void ForEveryStay(Action<Stay> law) => Law.HoldsForAll(SiteActs.Any, history =>
    {
        foreach (var stay in history.Run().SelectMany(turn => turn.Site.Stays.All))
        {
            law(stay);
        }
    });
}
