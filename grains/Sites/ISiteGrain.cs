namespace CapacityBoard.Sites;

/// <summary>
/// The one writer of one site: decides a command, records its events and answers once they are durable.
/// Key: <c>locality/site</c>, or <c>locality/hospital/ward</c>.
/// </summary>
[Alias("board.site-grain")]
public interface ISiteGrain : IGrainWithStringKey
{
    /// <summary>
    /// Does what is asked, once for an operation id: sent again, it answers what it answered first. What cannot
    /// be done is a <see cref="Refusal"/> in the outcome. An exception means that nothing is known to be
    /// recorded; sending the same request again is safe.
    /// </summary>
    [Alias("execute")]
    Task<Outcome> Execute(SiteRequest request);

    /// <summary>The state as the journal has it now.</summary>
    [Alias("read")]
    Task<Site> Read();
}
