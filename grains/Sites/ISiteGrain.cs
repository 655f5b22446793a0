namespace CapacityBoard.Sites;

/// <summary>
/// The only writer of one site: decides a command, records its events and answers once they are durable.
/// Key: <c>locality/site</c>, or <c>locality/hospital/ward</c>.
/// </summary>
[Alias("board.site-grain")]
public interface ISiteGrain : IGrainWithStringKey
{
    /// <summary>
    /// Executes a command once for its operation ID: sent again, it gets the first answer again. If the command cannot be
    /// done, the outcome has a <see cref="Refusal"/>. After an exception it is not known whether anything was recorded;
    /// sending the same request again is safe.
    /// </summary>
    [Alias("execute")]
    Task<Outcome> Execute(SiteRequest request);

    /// <summary>The state as the journal has it now.</summary>
    [Alias("read")]
    Task<Site> Read();
}
