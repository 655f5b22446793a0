using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui;

namespace CapacityBoard.Board;

/// <summary>A stay that the boards know, and where it is.</summary>
/// <param name="Site">The ward or unit where the person is, or from which they left.</param>
/// <param name="Left">How the person left; null while they are in.</param>
public sealed record KnownStay(Site Site, Stay Stay, Gone? Left = null)
{
    /// <summary>The ward or unit and the bed, in words.</summary>
    internal string Where => $"{Labels.Of(Site.Details!)}, bed {Stay.Bed}";

    internal static KnownStay? In(Site site, string reference) => site.Stays.Find(reference) is { } stay ? new(site, stay) : null;

    internal static KnownStay? Gone(Site site, string reference) =>
        site.Stays.FindGone(reference) is { } gone ? new(site, gone.Stay, gone) : null;
}
