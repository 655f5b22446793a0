using CapacityBoard.Fees;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Sites;

/// <summary>What a care home says it costs.</summary>
internal sealed partial class SiteModel
{
    public Task<IActionResult> OnPostFeesAsync() => Change(FeeForm.Read, _ => "Fees saved. Families see them on their choice list.", _ => "fees-heading");

    protected override void Refuse(SentForm form, SiteCommand command, Refusal refusal) =>
        base.Refuse(form, command, command is StateFees ? FeeForm.AtField(refusal) : refusal);
}
