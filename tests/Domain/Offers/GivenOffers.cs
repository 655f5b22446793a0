using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Offers;

/// <summary>A ward with one person, and places that they may be offered.</summary>
internal static class GivenOffers
{
    public static readonly SiteKey Oak = SiteKey.Of("stockport", "oak-house");

    public static readonly SiteKey Elm = SiteKey.Of("stockport", "elm-house");

    public static readonly SiteKey Ash = SiteKey.Of("stockport", "ash-house");

    public static GivenSite Ward() => GivenSite.Ward().Declared(BedType.Inpatient, 3).And(new AdmitStay("S-1", "1", AdmittedAt: GivenSite.Start.AddDays(-9)));

    public static GivenSite Optimised() => Ward().And(new DeclareMedicallyOptimised("S-1", GivenSite.Start.AddDays(-2)));

    public static OfferPlace Offer(SiteKey place, bool isInterim = false) => new("S-1", place, BedType.GeneralNursing, isInterim);

    public static AnswerOffer Accept(string offer) => new("S-1", offer, FamilyAnswer.Accepted);

    public static AnswerOffer Decline(string offer, DeclineReason reason = DeclineReason.TooFar) => new("S-1", offer, FamilyAnswer.Declined, reason);

    public static WithdrawOffer Withdraw(string offer, WithdrawalReason reason = WithdrawalReason.PlaceNoLongerFree) => new("S-1", offer, reason);

    /// <summary>A person who is offered Oak House, with the offer's ID "oak".</summary>
    public static GivenSite Offered() => Ward().And(Offer(Oak), "oak", "Beth Hughes");

    public static OfferedPlaces Places(this GivenSite given) => given.Site.Stays.Find("S-1")!.Offered!;
}
