namespace CapacityBoard.Access.Audit;

/// <summary>Who saw or did what, from whichever record it stands in.</summary>
/// <param name="Act">As a code: one of <see cref="Acts"/>, or what happened at a site, such as <c>hold-placed</c>.</param>
/// <param name="Stay">The references of the stays that it was about, as <see cref="StayList"/> writes them.</param>
/// <param name="Operation">The operation id of the command that it came of; null where it came of none.</param>
/// <param name="Address">The network address that it came from; null where that is not recorded.</param>
internal sealed record AuditLine(
    DateTimeOffset At, string Who, string Act, string? About, string? Stay, string? Operation, string? Address, string? Note)
{
    /// <summary>The one reference that is shown of it: where it was about several, the one that was asked for; null for none.</summary>
    public string? StayShown(string? asked) => StayList.In(Stay) is [var only] ? only : StayList.In(Stay).FirstOrDefault(stay => stay == asked);
}
