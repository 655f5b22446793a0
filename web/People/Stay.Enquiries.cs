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

    /// <summary>What needs something done comes first; none for a past time, for which the story has them.</summary>
    public IReadOnlyList<PlaceAsked> Asked =>
        !AsAt.IsPast && (Person?.Stay ?? Left?.Stay) is { } stay ? PlacesAsked.For(Boards, Site.Key, stay, Now) : [];

    public bool MayAsk(Site place) => !AsAt.IsPast && Caller.May(Permission.PlaceHolds, Scope.Of(place.Key));

    public FormView FormOf(string act, PlaceAsked asked) => Form(ElementId.Of(act, $"{asked.Place.Key}-{asked.Enquiry.Id}"));

    public Task<IActionResult> OnPostHoldAskedAsync() => Change(
        form => AskedIn(form) is { } asked ? asked.HoldFor(Site.Key, Now.AddHours(HoursHeld)) : new(default),
        form => $"Bed held at {NameOfPlace(form)} for {HoursHeld} hours. The other places are told that they are no longer needed.",
        _ => AskedId,
        new(PlaceIn, MayAsk));

    public Task<IActionResult> OnPostReplyAsync() => Change(
        form => new ReplyToEnquiry(EnquiryIn(form), form.Required("reply", "Enter a reply.", Limits.LongText)), _ => "Reply sent.", _ => AskedId, new(PlaceIn, _ => true));

    public Task<IActionResult> OnPostWithdrawEnquiryAsync() => Change(
        form => new WithdrawEnquiry(EnquiryIn(form), Reasons.Read(form)), _ => "The place is told that no answer is needed.", _ => AskedId, new(PlaceIn, MayAsk));

    /// <summary>The place in the form, if it was asked about this person and the enquiry is open.</summary>
    private Site? PlaceIn(SentForm form)
    {
        if (AskedIn(form) is { } asked)
        {
            return asked.Place;
        }

        form.AddProblem(null, "This enquiry has ended. The list shows what became of it.");
        return null;
    }

    private PlaceAsked? AskedIn(SentForm form) =>
        Asked.FirstOrDefault(asked => asked.IsOpen && asked.Place.Key.Value == form.Text("place") && asked.Enquiry.Id == form.Text("enquiry"));

    private string NameOfPlace(SentForm form) => SiteKey.TryParse(form.Text("place"), out var place) ? NameOf(place) : "the place";

    private static string EnquiryIn(SentForm form) => form.Text("enquiry") ?? "";
}
