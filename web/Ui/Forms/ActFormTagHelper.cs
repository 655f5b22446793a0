using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CapacityBoard.Ui.Forms;

/// <summary>Makes a form one of a <see cref="FormPage"/>: with its id, and the id of the one act that it does.</summary>
[HtmlTargetElement("form", Attributes = "nhs-view")]
public sealed class ActFormTagHelper : TagHelper
{
    public required FormView NhsView { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute("id", NhsView.Id);
        output.PreContent.AppendHtml(Hidden(SentForm.IdField, NhsView.Id)).AppendHtml(Hidden(SentForm.OperationField, NhsView.Operation));
    }

    private static TagBuilder Hidden(string name, string value) => new("input")
    {
        TagRenderMode = TagRenderMode.SelfClosing,
        Attributes = { ["type"] = "hidden", ["name"] = name, ["value"] = value },
    };
}
