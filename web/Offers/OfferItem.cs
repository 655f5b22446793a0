using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Offers;

/// <summary>An offer as a page shows it, with the forms that its reader may use.</summary>
/// <param name="Name">The place's name.</param>
/// <param name="Route">Where the forms are sent.</param>
/// <param name="Fallback">The element to return to.</param>
internal sealed record OfferItem(FormPage Page, Offer Offer, string Name, DateTimeOffset Now, Dictionary<string, string> Route, bool MayPlan, string Fallback)
{
    public string Id => ElementId.Of("offer", Offer.Id);

    /// <summary>How it stands, as a tag: its words and its colour in the design system.</summary>
    public (string Words, string Colour) State => Offer switch
    {
        { Withdrawn: not null } => ("Withdrawn", "grey"),
        { Answer: null } => ("Waiting for an answer", "yellow"),
        { Answer.Answer: FamilyAnswer.Accepted } => ("Accepted", "green"),
        { Answer: { Answer: FamilyAnswer.Declined, Reason: { } reason } } => ($"Declined: {OfferWords.Of(reason)}", "orange"),
        { Answer.Answer: FamilyAnswer.Declined } => ("Declined", "orange"),
        { Answer.SeeOn: { } day } => ($"Wants to see it first, {QuickTimes.InSentence(day, LocalDay.Of(Now))}", "yellow"),
        _ => ("Wants to see it first", "yellow"),
    };

    /// <summary>The answer and the withdrawal, each with when and by whom.</summary>
    public IEnumerable<string> Steps => new[]
    {
        Offer.Answer is { } answer ? $"{OfferWords.Of(answer.Answer).AsSentence()}, recorded {QuickTimes.Of(answer.Given.At, Now)} by {answer.Given.By}{Note(answer.Note)}" : null,
        Offer.Withdrawn is { } end ? $"Withdrawn {QuickTimes.Of(end.At.At, Now)} by {end.At.By}: {OfferWords.Of(end.Reason)}{Note(end.Note)}" : null,
    }.OfType<string>();

    public FormView Form(string act) => Page.Form(ElementId.Of(act, Offer.Id));

    private static string Note(string? note) => note is null ? "" : $". {note.TrimEnd('.')}";
}
