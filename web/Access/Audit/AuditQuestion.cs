namespace CapacityBoard.Access.Audit;

/// <summary>A search of the records. A part that is null does not filter.</summary>
/// <param name="Who">An exact name.</param>
/// <param name="About">A locality, hospital or site with everything within it; or the name of an account, key or link.</param>
/// <param name="Stay">The exact reference of a stay.</param>
/// <param name="Act">The code of an act or event.</param>
/// <param name="From">The earliest time (inclusive).</param>
/// <param name="To">The latest time (exclusive).</param>
/// <param name="Address">The exact network address of the request.</param>
/// <param name="Involving">The name of the person who did it or to whom it was done.</param>
internal sealed record AuditQuestion(
    string? Who = null,
    string? About = null,
    string? Stay = null,
    string? Act = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null,
    string? Address = null,
    string? Involving = null);
