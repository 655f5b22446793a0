using CapacityBoard.Beds;
using CapacityBoard.Commands;
using CapacityBoard.Sites;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Enquiries;

/// <summary>The enquiries on a place's own page, and the place's answers.</summary>
internal sealed record EnquirySection(SitePage Page)
{
    public const string Id = "enquiries";

    /// <summary>How many enquiries are shown at first, so that the free beds stay near.</summary>
    public const int ShownAtOnce = 3;

    private IEnumerable<PlaceAsked> All => PlaceAsked.At(Page.Site, Page.Now);

    /// <summary>Those that wait for the place's answer, the one that is wanted first at the top.</summary>
    public IReadOnlyList<PlaceAsked> Unanswered => [.. All.Where(asked => asked.IsOpen && !asked.Enquiry.IsYes).OrderBy(asked => asked.Enquiry.AnswerBy)];

    /// <summary>People whom the place said it can take and for whom no bed is held yet, in the order in which they come.</summary>
    public IReadOnlyList<PlaceAsked> Queue => [.. All.Where(asked => asked.IsOpen && asked.Enquiry.IsYes).OrderBy(asked => asked.Enquiry.Type).ThenBy(asked => asked.Position)];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<PlaceAsked> Ended => [.. All.Where(asked => !asked.IsOpen).OrderByDescending(asked => asked.Ended!.Ended.At)];

    public static AcknowledgeEnquiry Seen(SentForm form) => new(EnquiryIn(form));

    public static CompleteEnquiryAssessment Assessed(SentForm form) => new(EnquiryIn(form));

    public static QuestionEnquiry Question(SentForm form) => new(EnquiryIn(form), form.Required("question", "Enter your question.", Limits.LongText));

    public static AnswerEnquiry Answer(SentForm form)
    {
        var answer = form.Code<PlaceAnswer>("answer", "Choose an answer.");
        var from = answer == PlaceAnswer.FromDate ? form.Date("from") : null;
        if (answer == PlaceAnswer.FromDate && from is null && form.IsValid)
        {
            form.AddProblem("from", "Enter the first day on which you can take this person.");
        }

        return new(
            EnquiryIn(form),
            answer,
            from,
            answer == PlaceAnswer.No ? form.Code<NoReason>("reason", "Choose a reason.") : null,
            form.Optional("note", Limits.LongText));
    }

    public PlanEnquiryAssessment Plan(SentForm form)
    {
        var at = form.Time("at");
        if (at is null && form.IsValid)
        {
            form.AddProblem("at-date", "Choose a time for the assessment.");
        }
        else if (at <= Page.Now)
        {
            form.AddProblem("at-time", "Choose a time in the future.");
        }

        return new(EnquiryIn(form), at.GetValueOrDefault(), form.Text("by") is null ? AssessedBy.Place : form.Code<AssessedBy>("by", "Choose who assesses the person."));
    }

    public static AgreeTrustedAssessment Agree(SentForm form) => new(form.Required("with", "Enter the team or service."));

    public static EndTrustedAssessment EndAgreement() => new("Ended by the place");

    /// <summary>What the confirmation says of an answer.</summary>
    public string Said(SentForm form) => form.Code<PlaceAnswer>("answer", "") == PlaceAnswer.No
        ? "You said that you cannot take this person. The ward and the transfer team can see why."
        : $"You said that you {EnquiryWords.Of(form.Code<PlaceAnswer>("answer", ""), form.Date("from"), Page.Now)}. No bed is held yet.";

    private static string EnquiryIn(SentForm form) => form.Required("enquiry", "Choose an enquiry.");
}
