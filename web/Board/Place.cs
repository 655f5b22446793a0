using CapacityBoard.Postcodes;
using CapacityBoard.Sites;

namespace CapacityBoard.Board;

/// <summary>A place from which distances are measured.</summary>
/// <param name="Name">The name as the board writes it.</param>
/// <param name="Sites">The number of sites whose centre is its position; 0 if it is from the postcode directory.</param>
/// <param name="IsExact">True if the position is that of the postcode itself, or of the sites at it.</param>
/// <param name="Part">The part of a postcode whose position it is in the postcode directory; null if it is from sites.</param>
public sealed record Place(string Name, Position Position, int Sites, bool IsExact, PostcodePart? Part = null)
{
    internal static Place Of(PostcodePosition found) => new(found.Name, found.Position, 0, found.Part == PostcodePart.Postcode, found.Part);

    /// <summary>What distances are measured from, in words: "SK4 3AB itself", "the middle of 4 sites in SK4".</summary>
    internal string Words => this switch
    {
        { Part: PostcodePart.Postcode } => $"{Name} itself",
        { Part: not null } => $"the middle of {Name}",
        { Sites: 1 } => IsExact ? $"the site at {Name}" : $"the 1 site in {Name}",
        _ => $"the middle of {Sites} sites {(IsExact ? "at" : "in")} {Name}",
    };
}
