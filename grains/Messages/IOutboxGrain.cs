namespace CapacityBoard.Messages;

/// <summary>
/// The only one that gives a recipient's messages out to be sent, each to one caller. It sends nothing itself, since only a web node knows what is
/// due and what it may say. Key: the recipient.
/// </summary>
[Alias("board.outbox-grain")]
public interface IOutboxGrain : IGrainWithStringKey
{
    /// <summary>The turn is recorded before it is given.</summary>
    [Alias("begin")]
    Task<SendTurn> Begin(SendRequest request);

    /// <summary>Notes how a turn ended.</summary>
    [Alias("note")]
    Task Note(string message, SendResult result);

    /// <summary>Notes that a link in a message was used for a matter.</summary>
    /// <returns>False if it was used before.</returns>
    [Alias("use")]
    Task<bool> Use(string message, string matter);

    [Alias("read")]
    Task<Outbox> Read();
}
