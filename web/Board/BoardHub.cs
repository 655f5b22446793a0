using CapacityBoard.Projections;
using Microsoft.AspNetCore.SignalR;

namespace CapacityBoard.Board;

/// <summary>
/// What a screen talks to: it asks once for a locality's board and is then sent every change as
/// <c>Changed(BoardUpdate)</c>. A screen applies an update whose <c>from</c> is not beyond its own version, and
/// asks again with <c>Watch</c> where there is a gap, or after it reconnects.
/// </summary>
/// <remarks>
/// A push may come before the answer that it follows: a screen keeps what is pushed while it waits for an answer, and
/// applies it after the answer. It passes over what is older than what it shows: an update of a lower version, or of
/// the same version and an earlier <c>at</c>; but a whole board, whose <c>from</c> is 0, replaces all it shows. A row that
/// says <c>closed</c> takes its site off the screen; a whole board has no such row.
/// </remarks>
public sealed class BoardHub(Boards boards, FoldProgress progress, OpenScreens screens) : Hub
{
    public const string Changed = nameof(Changed);

    /// <summary>Who watches a locality: its whole board, or counts.</summary>
    public static string Group(string locality, bool whole) => $"{(whole ? "board" : "counts")}/{locality}";

    /// <summary>The board of a locality now, or what changed since a version; from now on its changes are pushed to the caller.</summary>
    /// <param name="sinceVersion">The version that the screen shows; null for the whole board.</param>
    /// <param name="sinceAt">The <c>at</c> of the last update that the screen applied; it goes with the version.</param>
    /// <exception cref="HubException">
    /// The locality is not on the board; or this node is behind the screen, or behind the journal for two seconds: a screen keeps
    /// what it shows, says that it is not live, and asks again.
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

    /// <summary>From now on the caller is sent what they may see of a locality, and no more than that.</summary>
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
