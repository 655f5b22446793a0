namespace CapacityBoard.Admin;

/// <param name="Path">Of the link by which they join, which is shown only once.</param>
internal sealed record InvitedPerson(PastedPerson Person, string Path);
