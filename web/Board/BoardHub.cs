using CapacityBoard.Projections;
using Microsoft.AspNetCore.SignalR;

namespace CapacityBoard.Board;

/// <summary>
/// The hub for screens: a screen asks once for a locality's board and is then sent every change as <c>Changed(BoardUpdate)</c>.
/// It applies an update whose <c>from</c> is not beyond its own version, and calls <c>Watch</c> again if there is a gap or after
/// it reconnects.
/// </summary>
/// <remarks>
/// A push may arrive before the answer that it follows, so a screen keeps pushes while it waits for an answer and applies them
/// afterwards. It ignores anything older than what it shows: an update of a lower version, or of the same version and an earlier
/// <c>at</c>; but a whole board, whose <c>from</c> is 0, replaces everything. A row with <c>closed</c> removes its site from the
/// screen; a whole board has no such row.
/// </remarks>
public sealed class BoardHub(Boards boards, FoldProgress progress, OpenScreens screens) : Hub
{
    public const string Changed = nameof(Changed);

    /// <summary>The group of those who watch a locality's whole board, or its counts.</summary>
    public static string Group(string locality, bool whole) => $"{(whole ? "board" : "counts")}/{locality}";

    /// <summary>
    /// A locality's board now, or what changed since a version. From then on its changes are pushed to the caller.
    /// </summary>
    /// <param name="sinceVersion">The version that the screen shows; null for the whole board.</param>
    /// <param name="sinceAt">The <c>at</c> of the last update that the screen applied; given together with the version.</param>
    /// <exception cref="HubException">
    /// The locality is not on the board, or this node is behind the screen, or has been behind the journal for two seconds. The
    /// screen keeps what it shows, says that it is not live, and asks again.
    /// </exception>
    public async Task<BoardUpdate> Watch(string? locality, long? sinceVersion, DateTimeOffset? sinceAt)
    {
        await progress.CaughtUp.WaitAsync(Context.ConnectionAborted);
        if (progress.BehindSince is not null)
        {
            throw new HubException("This server's boards are behind the journal. Ask again.");
        }

        if (locality is not null && !await boards.CanFollow(locality, sinceVersion ?? 0, Context.ConnectionAborted))
        {
            throw new HubException("This server is behind what the screen shows. Ask again.");
        }

        if (locality is null || boards.Find(locality) is not { } board)
        {
            throw new HubException($"There is no locality '{locality}' on the board.");
        }

        var access = await Join(locality);
        return access.Seen(sinceVersion is { } version && sinceAt is { } at ? board.Since(version, at) : board.Whole());
    }

    /// <summary>Stops the pushes of a locality.</summary>
    public async Task Leave(string locality)
    {
        screens.Find(Context.ConnectionId)?.Watched.TryRemove(locality, out _);
        await Groups.RemoveFromGroupAsync(Context.ConnectionId, Group(locality, whole: true), Context.ConnectionAborted);
        await Groups.RemoveFromGroupAsync(Context.ConnectionId, Group(locality, whole: false), Context.ConnectionAborted);
    }

    /// <summary>Adds the caller to the group that may see what they may see, and removes them from the other.</summary>
    private async Task<BoardAccess> Join(string locality)
    {
        var screen = screens.Find(Context.ConnectionId) ?? throw new HubException("This connection has ended.");
        var access = BoardAccess.Of(screen.Caller!, locality);
        screen.Watched[locality] = access.Whole;
        await Groups.RemoveFromGroupAsync(Context.ConnectionId, Group(locality, !access.Whole), Context.ConnectionAborted);
        await Groups.AddToGroupAsync(Context.ConnectionId, Group(locality, access.Whole), Context.ConnectionAborted);
        return access;
    }
}
