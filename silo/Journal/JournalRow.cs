namespace CapacityBoard.Journal;

/// <summary>An entry as stored, not parsed as an event.</summary>
/// <param name="At">In milliseconds since 1970.</param>
/// <param name="Data">The event's JSON.</param>
/// <param name="Fingerprint">As in <see cref="Append"/>.</param>
/// <param name="Hash">As in <see cref="JournalChain"/>; null for entries recorded before there were hashes.</param>
internal sealed record JournalRow(
    long Position, string Site, long Version, long At, string By, string Operation, string Type, string Data, string? Fingerprint = null, byte[]? Hash = null);
