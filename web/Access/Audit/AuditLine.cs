namespace CapacityBoard.Access.Audit;

/// <summary>Who saw or did what, from any of the records.</summary>
/// <param name="Act">A code: one of <see cref="Acts"/>, or an event at a site, such as <c>hold-placed</c>.</param>
/// <param name="Stay">The references of the stays it concerns, as <see cref="StayList"/> writes them.</param>
/// <param name="Operation">The operation id of the command that caused it; null if there was none.</param>
/// <param name="Address">The network address of the request; null if not recorded.</param>
internal sealed record AuditLine(
    DateTimeOffset At, string Who, string Act, string? About, string? Stay, string? Operation, string? Address, string? Note)
{
    /// <summary>The one reference to show: if it concerns several stays, the one that was asked for; null for none.</summary>
    public string? StayShown(string? asked) => StayList.In(Stay) is [var only] ? only : StayList.In(Stay).FirstOrDefault(stay => stay == asked);
}
