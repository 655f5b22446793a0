namespace CapacityBoard.Sites;

/// <summary>Calls the grain of a site, wherever it is. A call that does not reach the grain is retried for a while.</summary>
public interface ISiteClient
{
    /// <summary>Executes a command, once for its operation ID; completes when its events are durable.</summary>
    /// <exception cref="Journal.JournalUnavailableException">The journal cannot record now.</exception>
    /// <remarks>Implementations throw their own exception if no grain can be reached; the command may have been executed by then.</remarks>
    Task<Outcome> Execute(SiteKind kind, SiteKey key, SiteRequest request);

    /// <summary>The site's state as the journal has it now.</summary>
    /// <exception cref="Journal.JournalUnavailableException">The journal cannot be read now.</exception>
    Task<Site> Read(SiteKind kind, SiteKey key);
}
