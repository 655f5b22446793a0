namespace CapacityBoard.Access.Audit;

/// <summary>One of the records in which it stands who saw or did what.</summary>
internal interface IAuditSource
{
    /// <summary>The lines that meet all parts of a question and lie within a reach, newest first.</summary>
    /// <param name="until">The latest time, itself included.</param>
    /// <param name="most">At least so many, where there are.</param>
    /// <exception cref="Journal.JournalUnavailableException">The record cannot be read now.</exception>
    Task<IReadOnlyList<AuditLine>> Find(AuditQuestion question, AuditReach reach, DateTimeOffset until, int most, CancellationToken token);
}
