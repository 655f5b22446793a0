namespace CapacityBoard.Sites;

/// <summary>What someone asks of a site. A command is data: sending it twice under one operation id does it once.</summary>
[GenerateSerializer, Alias("board.site-command"), Immutable]
public abstract record SiteCommand;

/// <summary>
/// Puts a site on the board, or says its details anew. The kind of a site never changes.
/// Saying what is already known is accepted and records nothing.
/// </summary>
[GenerateSerializer, Alias("board.register-site"), Immutable]
public sealed record RegisterSite([Id(0)] SiteDetails Details) : SiteCommand;

/// <summary>
/// Takes a site off the board, its history kept. Refused while people are recorded in it or beds of it are held.
/// Until it is reopened it refuses every other command.
/// </summary>
[GenerateSerializer, Alias("board.close-site"), Immutable]
public sealed record CloseSite([Id(0)] string Reason) : SiteCommand;

/// <summary>Puts a closed site back on the board, with the figures it had; their age is what it is.</summary>
[GenerateSerializer, Alias("board.reopen-site"), Immutable]
public sealed record ReopenSite : SiteCommand;

/// <summary>A command with who sends it and under which id.</summary>
/// <param name="Operation">The caller's id of this one act, at most 100 characters; sent again, the first answer is given again.</param>
/// <param name="By">Who acts, as shown beside the figures; at most 100 characters.</param>
/// <param name="Fingerprint">
/// A hash of what was sent and by whom: the operation id stands for nothing else, and is refused where it comes with another.
/// Null for what the board does by itself, where the id alone says what it is.
/// </param>
[GenerateSerializer, Alias("board.site-request"), Immutable]
public sealed record SiteRequest([Id(0)] SiteCommand Command, [Id(1)] string Operation, [Id(2)] string By, [Id(3)] string? Fingerprint = null);
