using CapacityBoard.Enquiries;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Sites;

/// <summary>The place's answers to enquiries.</summary>
internal sealed partial class SiteModel
{
    public EnquirySection EnquiriesHere => new(this);

    public Task<IActionResult> OnPostSeenAsync() => Change(EnquirySection.Seen, _ => "They can see that you have read it.", _ => EnquirySection.Id);

    public Task<IActionResult> OnPostAnswerAsync() => Change(EnquirySection.Answer, EnquiriesHere.Said, _ => EnquirySection.Id);

    public Task<IActionResult> OnPostPlanToAssessAsync() => Change(
        EnquiriesHere.Plan, form => $"Assessment planned {QuickTimes.Of(form.Time("at")!.Value, Now)}. The ward can see this.", _ => EnquirySection.Id);

    public Task<IActionResult> OnPostAssessedAsync() => Change(EnquirySection.Assessed, _ => "Assessment recorded. Now answer whether you can take this person.", _ => EnquirySection.Id);

    public Task<IActionResult> OnPostQuestionAsync() => Change(EnquirySection.Question, _ => "Question sent. The ward and the transfer team can reply.", _ => EnquirySection.Id);

    public Task<IActionResult> OnPostAgreeAsync() => Change(EnquirySection.Agree, form => $"Trusted assessors from {form.Text("with")} can answer for you.", _ => EnquirySection.Id);

    public Task<IActionResult> OnPostEndAgreementAsync() => Change(_ => EnquirySection.EndAgreement(), _ => "Trusted assessors no longer answer for you.", _ => EnquirySection.Id);
}
