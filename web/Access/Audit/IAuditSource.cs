namespace CapacityBoard.Access.Audit;

/// <summary>One of the records of who saw or did what.</summary>
internal interface IAuditSource
{
    /// <summary>The lines that match every part of a question and lie within a reach, newest first.</summary>
    /// <param name="until">The latest time (inclusive).</param>
    /// <param name="most">At least this many lines, if there are that many.</param>
    /// <exception cref="Journal.JournalUnavailableException">The record cannot be read now.</exception>
    Task<IReadOnlyList<AuditLine>> Find(AuditQuestion question, AuditReach reach, DateTimeOffset until, int most, CancellationToken token);
}
