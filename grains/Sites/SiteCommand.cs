namespace CapacityBoard.Sites;

/// <summary>What someone asks of a site. A command is data: sending it twice under one operation id does it once.</summary>
[GenerateSerializer, Immutable]
public abstract record SiteCommand;

/// <summary>
/// Puts a site on the board, or says its details anew. The kind of a site never changes.
/// Saying what is already known is accepted and records nothing.
/// </summary>
[GenerateSerializer, Immutable]
public sealed record RegisterSite(SiteDetails Details) : SiteCommand;

/// <summary>
/// Takes a site off the board, its history kept. Refused while people are recorded in it or beds of it are held.
/// Until it is reopened it refuses every other command.
/// </summary>
[GenerateSerializer, Immutable]
public sealed record CloseSite(string Reason) : SiteCommand;

/// <summary>Puts a closed site back on the board, with the figures it had; their age is what it is.</summary>
[GenerateSerializer, Immutable]
public sealed record ReopenSite : SiteCommand;

/// <summary>A command with who sends it and under which id.</summary>
/// <param name="Operation">The caller's id of this one act, at most 100 characters; sent again, the first answer is given again.</param>
/// <param name="By">Who acts, as shown beside the figures; at most 100 characters.</param>
/// <param name="WaitsUntil">
/// When the caller stops waiting and may have asked elsewhere: from then on nothing is recorded for this request, so that
/// a process that was frozen with it does not do, when it wakes, what another has refused meanwhile. Null: however long it takes.
/// </param>
[GenerateSerializer, Immutable]
public sealed record SiteRequest(SiteCommand Command, string Operation, string By, DateTimeOffset? WaitsUntil = null);
