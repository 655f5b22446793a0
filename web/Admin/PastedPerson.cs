using CapacityBoard.Access;

namespace CapacityBoard.Admin;

/// <summary>One line of a pasted list of people to invite.</summary>
/// <param name="Number">The line's number from 1, empty lines counted.</param>
/// <param name="Line">The line as it was pasted.</param>
/// <param name="Role">As written; <paramref name="Grant"/> has what it means.</param>
/// <param name="Place">As written, or by the name on the board if it was understood.</param>
/// <param name="Grant">Null if the role or the place was not understood.</param>
/// <param name="Problems">What is wrong, and how to put it right; empty if nothing is.</param>
internal sealed record PastedPerson(int Number, string Line, string Name, string Mail, string Role, string Place, Grant? Grant, IReadOnlyList<string> Problems)
{
    /// <summary>True for somebody who was invited so before and has not joined; they get a new link.</summary>
    public bool IsInvitedAlready { get; init; }

    public bool IsReady => Problems.Count == 0;
}
