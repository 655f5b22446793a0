namespace CapacityBoard.Messages;

/// <summary>One thing that a message tells: a matter, at a stage.</summary>
/// <param name="Matter">The matter, with the occasion on which it waits.</param>
[GenerateSerializer, Alias("board.message-item"), Immutable]
public sealed record MessageItem([Id(0)] string Matter, [Id(1)] MessageStage Stage);

/// <summary>How far a matter has come without anybody settling it.</summary>
[Alias("board.message-stage")]
public enum MessageStage
{
    /// <summary>It is new.</summary>
    First,

    /// <summary>A share of its time is over.</summary>
    Reminder,

    /// <summary>It goes to the place's second contact.</summary>
    SecondContact,
}
