using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CapacityBoard.Ui.Forms;

/// <summary>A field of a form, as the design system has it: one line of text, a select, boxes to tick, a reason or a time.</summary>
[HtmlTargetElement("nhs-input", TagStructure = TagStructure.WithoutEndTag)]
public sealed class InputTagHelper(IHtmlHelper html) : PartialTagHelper(html)
{
    /// <summary>What is shown; the partial that shows it is named after its type.</summary>
    public required object For { get; set; }

    protected override (string Name, object Model) Partial => (For.GetType().Name, For);
}

/// <summary>A choice of which all options are seen at once.</summary>
[HtmlTargetElement("nhs-radios", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RadiosTagHelper(IHtmlHelper html) : PartialTagHelper(html)
{
    public required ChoiceInput For { get; set; }

    protected override (string Name, object Model) Partial => ("RadioInput", For);
}

/// <summary>What is wrong with a form, at the top of its page; nothing where nothing is.</summary>
[HtmlTargetElement("nhs-error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper(IHtmlHelper html) : PartialTagHelper(html)
{
    public required IReadOnlyList<FieldProblem> Problems { get; set; }

    protected override (string Name, object Model) Partial => ("ErrorSummary", Problems);
}

/// <summary>An element that a partial in <c>Ui/</c> renders.</summary>
public abstract class PartialTagHelper(IHtmlHelper html) : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public required ViewContext ViewContext { get; set; }

    protected abstract (string Name, object Model) Partial { get; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ((IViewContextAware)html).Contextualize(ViewContext);
        output.TagName = null;
        output.Content.SetHtmlContent(await html.PartialAsync($"/Ui/Forms/_{Partial.Name}.cshtml", Partial.Model));
    }
}
