using CapacityBoard.Offers;
using CapacityBoard.Policies;
using CapacityBoard.Reports.Facts;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Reports;

/// <summary>
/// What became of the places that were offered on the days asked for, and the nights on which medically optimised people waited for a
/// place to be offered, for their own choice, or for the place that they accepted.
/// </summary>
internal sealed class OffersAndChoice : IReport
{
    public const string Made = "made";
    public const string Accepted = "accepted";
    public const string Declined = "declined";
    public const string Waiting = "waiting";
    public const string Withdrawn = "withdrawn";

    public string Code => "offers";

    public string Title => "Offers and choice";

    public string Question => "Do people wait for capacity or for choice, and why do families decline?";

    public IEnumerable<Counted> Count(KnownFacts facts, ReportQuestion question) => Nights(facts.Here, question)
        .Concat(Nights(facts.Elsewhere, question))
        .Concat(facts.Here.Concat(facts.Elsewhere).SelectMany(stay => stay.Offers.SelectMany(offer => Of(stay, offer, question))));

    public Report Of(KnownFacts facts, ReportQuestion question, LocalityPolicies policies) =>
        new(
            Code,
            Title,
            question,
            OfferTables.Of(facts, [.. Count(facts, question)]),
            [
                "Nights: midnights at which somebody was medically optimised, as in the delayed transfers report, and was on pathway 2 or 3 or had been offered a place.",
                "A night is for capacity while no offer stands, for choice while an offer stands that the family has not accepted, and for the place once they have accepted one.",
                "Offers: places offered on these days, and what became of each by now. The last answer counts. Somebody who wants to see the place first has not answered yet. Days run from the offer to that answer.",
                "Offers of places that did not suit, or made by mistake, are not counted, and no night counts from them.",
                "In other areas’ hospitals, only people who live in this area are counted.",
            ]);

    public Headline Headline(KnownFacts facts, ReportQuestion question, LocalityPolicies policies)
    {
        var sets = Count(facts, question).CountBy(each => each.Set).ToDictionary();
        return new(
            ReportCell.Of(sets.GetValueOrDefault(Codes.Of(WaitsOn.Choice))).Text,
            $"nights waited for choice in the last 4 weeks, {ReportCell.Of(sets.GetValueOrDefault(Codes.Of(WaitsOn.Capacity))).Text} for capacity. {sets.GetValueOrDefault(Made):#,0} places offered");
    }

    private static IEnumerable<Counted> Nights(IReadOnlyList<StayHistory> stays, ReportQuestion question) => DelayedNights.Nights(stays, question)
        .Where(night => night.Stay.Pathway is Pathway.P2 or Pathway.P3 || night.Stay.Offers.Any(offer => offer.IsSuitable))
        .Select(night => night.Counted("", "", Codes.Of(night.Stay.WaitsOnAt(night.Midnight))));

    /// <summary>An offer counts as made, and once more as what became of it.</summary>
    private static IEnumerable<Counted> Of(StayHistory stay, OfferHistory offer, ReportQuestion question)
    {
        var ward = stay.WardAt(offer.Answer?.At ?? stay.Left ?? question.Now);
        if (!offer.IsSuitable || !question.Whole.Covers(offer.Made) || !question.Covers(ward.Place))
        {
            return [];
        }

        var (set, code) = offer switch
        {
            { Answer.Answer: FamilyAnswer.Accepted } => (Accepted, Accepted),
            { Answer.Reason: { } reason } => (Declined, Codes.Of(reason)),
            { Withdrawn: not null } => (Withdrawn, Withdrawn),
            _ => (Waiting, Waiting),
        };
        var made = new Counted(LocalDay.Of(offer.Made), ward.Site, ward.Place, code, offer.Place.Value, Made, stay.Reference, offer.Made, offer.Answer?.At);
        return [made, made with { Set = set }];
    }
}
