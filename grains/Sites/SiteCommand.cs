namespace CapacityBoard.Sites;

/// <summary>A request to a site. Sending it twice under one operation ID executes it once.</summary>
[GenerateSerializer, Alias("board.site-command"), Immutable]
public abstract record SiteCommand;

/// <summary>
/// Puts a site on the board, or updates its details. The kind of a site never changes.
/// Details that are already recorded are accepted and record nothing.
/// </summary>
[GenerateSerializer, Alias("board.register-site"), Immutable]
public sealed record RegisterSite([Id(0)] SiteDetails Details) : SiteCommand;

/// <summary>
/// Takes a site off the board and keeps its history. Refused while people are recorded in it or beds are held.
/// Until the site is reopened it refuses every other command.
/// </summary>
[GenerateSerializer, Alias("board.close-site"), Immutable]
public sealed record CloseSite([Id(0)] string Reason) : SiteCommand;

/// <summary>Puts a closed site back on the board with the figures it had, which keep their age.</summary>
[GenerateSerializer, Alias("board.reopen-site"), Immutable]
public sealed record ReopenSite : SiteCommand;

/// <summary>A command with its caller and operation ID.</summary>
/// <param name="Operation">The caller's ID of this one act, at most 100 characters. Sent again, it gets the first answer again.</param>
/// <param name="By">Who acts, as shown beside the figures; at most 100 characters.</param>
/// <param name="Fingerprint">
/// A hash of the content and the caller. The operation ID is refused if it is sent again with another fingerprint.
/// Null for what the board does by itself, where the ID alone identifies the act.
/// </param>
[GenerateSerializer, Alias("board.site-request"), Immutable]
public sealed record SiteRequest([Id(0)] SiteCommand Command, [Id(1)] string Operation, [Id(2)] string By, [Id(3)] string? Fingerprint = null);
