using CapacityBoard.Fees;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Sites;

/// <summary>What a care home says it costs.</summary>
internal sealed partial class SiteModel
{
    public Task<IActionResult> OnPostFeesAsync() => Change(FeeForm.Read, _ => "Fees saved. Families see them on their choice list.", _ => "fees-heading");
}
