using CapacityBoard.Sites;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Assessments;

/// <summary>An assessment as a page shows it, with the forms that its reader may use.</summary>
/// <param name="Route">Where the forms are sent, which also says what the page shows afterwards.</param>
/// <param name="Fallback">The element to return to when the assessment is no longer on the page.</param>
/// <param name="IsWhole">True to show every form; otherwise those of one tap.</param>
internal sealed record AssessmentItem(
    FormPage Page, AssessmentView View, Dictionary<string, string> Route, bool MayAssess, bool MayCancel, string Fallback, bool IsWhole)
{
    public string Id => ElementId.Of("assessment", View.Assessment.Id);

    public FormView Form(string act) => Page.Form(ElementId.Of(act, View.Assessment.Id));

    public IEnumerable<Option> Outcomes => Options.Of(View.Assessment.Kind.Entry().Outcomes, each => Ui.Sentences.AsSentence(AssessmentWords.Of(each)));
}
