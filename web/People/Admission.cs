using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.People;

/// <summary>An admission offered on the page: to a free bed, or on a hold.</summary>
/// <param name="Bed">The suggested bed, which can be changed.</param>
/// <param name="Hold">The hold that keeps it; null for none.</param>
public sealed record Admission(string? Bed, Hold? Hold)
{
    /// <param name="residence">The usual residence in the form; null for none.</param>
    public static AdmitStay In(SentForm form, SiteKind kind, SiteKey? residence) => new(
        form.Required("stay", "Enter the hospital’s reference for the stay."),
        form.Required("bed", "Enter the bed’s label.", 20),
        kind == SiteKind.Ward ? null : form.Code<BedType>("type", "Choose a bed type."),
        form.Text("age") is null ? AgeBand.NotKnown : form.Code<AgeBand>("age", "Choose an age band."),
        form.Time("admittedAt"),
        HomeIn(form),
        form.Date("expectedDischarge"),
        form.Text("hold"),
        residence);

    /// <summary>The locality where the person lives; null if none is typed.</summary>
    public static string? HomeIn(SentForm form)
    {
        if (form.Optional("home") is not { } typed)
        {
            return null;
        }

        if (SiteKey.PartFrom(typed) is { } part)
        {
            return part;
        }

        form.AddProblem("home", "Enter where the person lives, such as Stockport.");
        return null;
    }
}
