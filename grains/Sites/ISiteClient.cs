namespace CapacityBoard.Sites;

/// <summary>Calls the grain of a site, wherever it is. A call that does not reach it is made again for a while.</summary>
public interface ISiteClient
{
    /// <summary>Does a command, once for its operation id; answers once its events are durable.</summary>
    /// <exception cref="Journal.JournalUnavailableException">The journal cannot record now.</exception>
    /// <remarks>Implementations throw an exception of their own where no grain can be reached: the command may then have been done.</remarks>
    Task<Outcome> Execute(SiteKind kind, SiteKey key, SiteRequest request);

    /// <summary>The site's state as the journal has it now.</summary>
    /// <exception cref="Journal.JournalUnavailableException">The journal cannot be read now.</exception>
    Task<Site> Read(SiteKind kind, SiteKey key);
}
