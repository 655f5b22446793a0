using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Offers;

/// <summary>Reads the forms of offers, which the person's page and the choice list share.</summary>
internal static class OfferForm
{
    /// <param name="place">The place in the form; null if it names none.</param>
    public static OfferPlace Offer(SentForm form, string stay, SiteKey? place)
    {
        if (place is null && form.IsValid)
        {
            form.AddProblem("place", "Choose a place from the list.");
        }

        return new(stay, place ?? default!, form.Code<BedType>("type", "Choose a bed type."), form.IsTicked("interim-yes") || form.Text("interim") == "yes");
    }

    public static AnswerOffer Answer(SentForm form, string stay)
    {
        var answer = form.Code<FamilyAnswer>("answer", "Choose an answer.");
        var reason = answer == FamilyAnswer.Declined ? form.Code<DeclineReason>("reason", "Choose why the place was declined.") : (DeclineReason?)null;
        var note = form.Optional("note", Limits.LongText);
        if (reason == DeclineReason.Other && note is null)
        {
            form.AddProblem("note", "Say in a few words why the place was declined.");
        }

        return new(stay, IdIn(form), answer, reason, note, answer == FamilyAnswer.WantsToSeeFirst ? form.Date("seeOn") : null);
    }

    public static WithdrawOffer Withdraw(SentForm form, string stay) =>
        new(stay, IdIn(form), form.Code<WithdrawalReason>("reason", "Choose why the offer is withdrawn."), form.Optional("note", Limits.LongText));

    public static GiveChoiceLetter Letter(SentForm form, string stay) => new(stay, form.Code<ChoiceLetter>("letter", "Choose a letter."), form.Date("on"));

    private static string IdIn(SentForm form) => form.Required("offer", "Choose an offer.");
}
