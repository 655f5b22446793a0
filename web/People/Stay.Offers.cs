using CapacityBoard.Offers;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.People;

/// <summary>The places offered to the person and family, and their forms.</summary>
internal sealed partial class StayModel
{
    private const string OffersId = "offers";

    /// <summary>Those that stand first, newest first.</summary>
    public IReadOnlyList<OfferItem> OffersOf(PersonView person) =>
    [
        .. person.Stay.Offers.Reverse().OrderBy(offer => !offer.Stands)
            .Select(offer => new OfferItem(this, offer, NameOf(offer.Place), Now, new() { ["site"] = Site.Key.Value, ["stay"] = Reference }, MayPlan, OffersId)),
    ];

    public Task<IActionResult> OnPostOfferAsync() => Change(
        form => OfferForm.Offer(form, Reference, NeedsForm.PlaceIn(form, "place", Names)), _ => "Offer recorded. Record the family’s answer here.", _ => OffersId);

    public Task<IActionResult> OnPostAnswerOfferAsync() => Change(form => OfferForm.Answer(form, Reference), Answered, _ => OffersId);

    public Task<IActionResult> OnPostWithdrawOfferAsync() => Change(
        form => OfferForm.Withdraw(form, Reference), _ => Said("Offer withdrawn."), _ => OffersId);

    public Task<IActionResult> OnPostLetterAsync() => Change(
        form => OfferForm.Letter(form, Reference), form => $"{OfferWords.Of(OfferForm.Letter(form, Reference).Letter).AsSentence()} recorded.", _ => OffersId);

    private string Answered(SentForm form) => Said($"Answer recorded: {OfferWords.Of(OfferForm.Answer(form, Reference).Answer)}.");

    private string Said(string done) => OfferWords.WhyChoiceContinues(Person?.Stay) is { } continues ? $"{done} {continues}" : done;
}
