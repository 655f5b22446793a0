namespace CapacityBoard.Access.Audit;

/// <summary>What is asked of the records. A part that is null asks nothing.</summary>
/// <param name="Who">A name, to the letter.</param>
/// <param name="About">A locality, a hospital or a site with all that lies within; or the name of an account, key or link.</param>
/// <param name="Stay">The reference of a stay, to the letter.</param>
/// <param name="Act">The code of an act or of what happened.</param>
/// <param name="From">The earliest time, itself included.</param>
/// <param name="To">The time before which it was.</param>
/// <param name="Address">The network address that it came from, to the letter.</param>
/// <param name="Involving">The name of somebody who did it, or whom it was done to.</param>
internal sealed record AuditQuestion(
    string? Who = null,
    string? About = null,
    string? Stay = null,
    string? Act = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null,
    string? Address = null,
    string? Involving = null);
