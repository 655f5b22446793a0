using CapacityBoard.Beds;
using CapacityBoard.Fees;
using CapacityBoard.Offers;
using CapacityBoard.Sites;

namespace CapacityBoard.Support;

/// <summary>Commands about places that are offered to people, and about what they cost.</summary>
internal static class RandomOffers
{
    public static readonly Func<Step, Site, DateTimeOffset, SiteCommand>[] All =
    [
        Offer, Offer, Offer,
        Answer, Answer, Answer,
        (step, site, _) => new WithdrawOffer(Known(step, site), OfferOf(step, site), (WithdrawalReason)(step.A % 5), step.C % 3 == 0 ? "the manager rang" : null),
        Letter, Letter,
    ];

    public static StateFees Fees(Step step, Site site, DateTimeOffset now) => new(new(
        step.A % 4 == 0 ? null : 900 + step.B,
        step.B % 3 == 0 ? 1000 + step.C : null,
        step.C % 3 == 0 ? step.C % 2 == 0 : null,
        step.C % 6 == 0 ? 50 : null,
        step.B % 2 == 0 ? "depends on the assessment" : null));

    private static OfferPlace Offer(Step step, Site site, DateTimeOffset now) => new(
        Known(step, site),
        step.B % 11 == 0 ? GivenSite.KeyOf(site.Kind) : SiteKey.Of("stockport", $"home-{step.C % 4}"),
        (BedType)(step.B % 4),
        step.B % 3 == 0)
    {
        Fees = step.C % 2 == 0 ? new(new(900, 1100, true, 60), new(now.AddDays(-1), "the home")) : null,
    };

    private static AnswerOffer Answer(Step step, Site site, DateTimeOffset now)
    {
        var answer = (FamilyAnswer)(step.C % 3);
        return new(
            Known(step, site),
            OfferOf(step, site),
            answer,
            answer == FamilyAnswer.Declined || step.A % 11 == 0 ? (DeclineReason)(step.B % 7) : null,
            step.B % 2 == 0 ? "they said so" : null,
            answer == FamilyAnswer.WantsToSeeFirst && step.A % 2 == 0 ? LocalDay.Of(now).AddDays(step.A % 3) : null);
    }

    private static GiveChoiceLetter Letter(Step step, Site site, DateTimeOffset now) => new(
        Known(step, site), step.A % 3 == 0 ? ChoiceLetter.Second : ChoiceLetter.First, step.C % 5 == 0 ? LocalDay.Of(now).AddDays(-step.C % 4) : null);

    private static string Known(Step step, Site site) => RandomCommands.Known(step, site);

    private static string OfferOf(Step step, Site site) =>
        site.Stays.Find(Known(step, site))?.Offers is { IsEmpty: false } offers ? offers[step.B % offers.Length].Id : "none";
}
