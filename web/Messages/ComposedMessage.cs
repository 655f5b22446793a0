namespace CapacityBoard.Messages;

/// <summary>A message ready to be sent, in the form that each kind of channel takes what it needs from.</summary>
/// <param name="Id">The message's ID in its outbox.</param>
/// <param name="Subject">One line, for a subject or a title.</param>
/// <param name="Open">The page to open for all of it.</param>
/// <param name="MayRepeat">True if something in it may have been sent before.</param>
/// <param name="Waiting">How many matters wait for the recipient, for a badge.</param>
/// <param name="Settings">The page where its recipient chooses what they are sent.</param>
/// <param name="Stop">The page that stops messages to this address.</param>
internal sealed record ComposedMessage(string Id, string Subject, string Open, IReadOnlyList<ComposedLine> Lines, bool MayRepeat, int Waiting, string Settings, string Stop)
{
    /// <summary>Why its reader has it.</summary>
    public string Why { get; init; } = "Capacity board sent this because something waits for you.";
}

/// <param name="Url">Where the matter can be settled.</param>
/// <param name="Act">A link that settles it, or says that it was seen, and what it is called; null if there is none.</param>
internal sealed record ComposedLine(string Words, string Url, (string Label, string Url)? Act = null);
