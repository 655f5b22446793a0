using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Holds;

/// <summary>
/// A person whose arrival a place has reported, and whom their ward or unit has not confirmed as gone. Until it does, their stay goes on
/// and their bed there is not free.
/// </summary>
public sealed record ReportedArrival(Stay Stay, PlaceHeld Held)
{
    public const string Id = "reported";


    /// <summary>Of the beds that are or were held for a person, the one to which they have come; null if there is none.</summary>
    public static ReportedArrival? Of(Stay stay, IEnumerable<PlaceHeld> held) =>
        held.FirstOrDefault(each => each.IsReported(stay)) is { } reported ? new(stay, reported) : null;

    /// <summary>The one that a form is about; null, which the form then says, if it comes too late.</summary>
    internal static ReportedArrival? In(SentForm form, IEnumerable<ReportedArrival> reported)
    {
        var found = reported.FirstOrDefault(each => StayReferences.AreSame(each.Stay.Reference, form.Text("stay")));
        if (found is null && form.IsValid)
        {
            form.AddProblem(null, "Nothing is left to confirm: the person has left, or the place has taken its report back.");
        }

        return found;
    }

    /// <summary>True if the place can take its report back; a unit cancels the admission itself.</summary>
    public bool CanBeDenied => !Held.Details.Kind.RecordsStays();

    /// <summary>Confirms that the person has left: when the place said, or now if they came to this ward after that.</summary>
    public DischargeStay Confirmed => new(
        Stay.Reference, HeldStays.DestinationOf(Held.Details.Kind), Held.Ended!.Ended.At >= Stay.ArrivedAt ? Held.Ended.Ended.At : null, Held.Place);

    /// <param name="ward">Where the person still is.</param>
    public DenyArrival Denied(SiteKey ward) => new(Held.Hold.Id, ward);
}
