using CapacityBoard.Sites;

namespace CapacityBoard.Ui.Forms;

/// <summary>The reasons that people mostly give, so that they choose instead of type.</summary>
public static class Reasons
{
    public static readonly IReadOnlyList<string> ToClose = ["Staffing", "Infection", "Repair", "Deep clean"];

    public static readonly IReadOnlyList<string> ToDecline =
        ["Cannot meet the person’s needs", "The bed is no longer free", "Staffing", "Infection here", "The person chose another place"];

    public static readonly IReadOnlyList<string> ToRelease =
        ["The person went elsewhere", "The person or family chose another place", "No longer ready to leave hospital", "Funding not agreed"];

    public static readonly IReadOnlyList<string> ToSuspend =
        ["Inspection: no new placements", "Safeguarding enquiry", "Infection outbreak", "Staffing not safe for more people"];

    public static readonly IReadOnlyList<string> ToWithdraw = ["Condition has changed", "New infection", "Fall", "Declared by mistake"];

    public static readonly IReadOnlyList<string> ToCorrect = ["Entered incorrectly", "Not known before", "Family gave different information"];

    public static readonly IReadOnlyList<string> ToCancel = ["Wrong person", "Wrong time", "Recorded twice"];

    public const string NoLongerExpected = "No longer expected";

    public static IReadOnlyList<string> ToExpect(SiteKind kind) => kind switch
    {
        SiteKind.HomeCareProvider => ["Package ends", "Person goes into hospital", "Person moves into a home", "New carer starts"],
        SiteKind.IntermediateCareUnit => ["Discharge planned", "Bed reopens", "Moving to another place"],
        _ => ["Resident moves elsewhere", "Respite stay ends", "Going home", "Bed reopens"],
    };

    /// <summary>One's own words where there are some, or the usual reason that was chosen.</summary>
    public static string Read(SentForm form)
    {
        if (form.Optional("words") is { } words)
        {
            return words;
        }

        return form.Required("reason", "Choose a reason, or enter another reason.");
    }
}
