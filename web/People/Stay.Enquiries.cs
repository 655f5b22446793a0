using CapacityBoard.Access;
using CapacityBoard.Beds;
using CapacityBoard.Enquiries;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.People;

/// <summary>The places asked about the person, and what can be done about their answers.</summary>
internal sealed partial class StayModel
{
    private const string AskedId = "asked";

    /// <summary>How long a bed is held if the place has said yes.</summary>
    private const int HoursHeld = 24;

    private IReadOnlyList<PlaceAsked>? _asked;

    /// <summary>What needs something done comes first; none for a past time, for which the story has them.</summary>
    public IReadOnlyList<PlaceAsked> Asked =>
        _asked ??= !AsAt.IsPast && (Person?.Stay ?? Left?.Stay) is { } stay ? PlacesAsked.For(Boards, Site.Key, stay, Now) : [];

    public bool MayAsk(Site place) => !AsAt.IsPast && Caller.May(Permission.PlaceHolds, Scope.Of(place.Key));

    public FormView FormOf(string act, PlaceAsked asked) => Form(ElementId.Of(act, $"{asked.Place.Key}-{asked.Enquiry.Id}"));

    public Task<IActionResult> OnPostHoldAskedAsync() => Change(
        HoldIn, form => $"{BedWords.Noun(AskedIn(form)!.Enquiry.Type).AsSentence()} held at {AskedIn(form)!.Details.Name} for {HoursHeld} hours. The other places are told that they are no longer needed.", _ => AskedId, PlaceToChange);

    public Task<IActionResult> OnPostReplyAsync() => Change(
        form => new ReplyToEnquiry(EnquiryIn(form), form.Required("reply", "Enter a reply.", Limits.LongText)), _ => "Reply sent.", _ => AskedId, PlaceIn);

    public Task<IActionResult> OnPostWithdrawEnquiryAsync() => Change(
        form => new WithdrawEnquiry(EnquiryIn(form), Reasons.Read(form)), _ => "The place is told that no answer is needed.", _ => AskedId, PlaceToChange);

    private PlaceHold HoldIn(SentForm form)
    {
        if (AskedIn(form) is not { } asked)
        {
            form.AddProblem(null, "This enquiry has ended. The list shows what became of it.");
            return new(default);
        }

        var enquiry = asked.Enquiry;
        return new(enquiry.Type, enquiry.Stay, null, Now.AddHours(HoursHeld), null, Site.Key, enquiry.Needs, enquiry.Telephone);
    }

    /// <summary>The place in the form, if the caller may hold beds there.</summary>
    private Site? PlaceToChange(SentForm form) => PlaceIn(form) is { } place && MayAsk(place) ? place : null;

    /// <summary>The place in the form, if it was asked about this person.</summary>
    private Site? PlaceIn(SentForm form) => Asked.FirstOrDefault(asked => asked.Place.Key.Value == form.Text("place") && asked.Enquiry.Id == EnquiryIn(form))?.Place;

    private PlaceAsked? AskedIn(SentForm form) => PlacesAsked.All(Boards, Now).FirstOrDefault(asked => asked.Place.Key.Value == form.Text("place") && asked.Enquiry.Id == EnquiryIn(form));

    private static string EnquiryIn(SentForm form) => form.Required("enquiry", "Choose an enquiry.");
}
