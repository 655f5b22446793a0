using Microsoft.AspNetCore.SignalR;

namespace CapacityBoard.Board;

/// <summary>
/// What a screen talks to: it asks once for a locality's board and is then sent every change as
/// <c>Changed(BoardUpdate)</c>. A screen applies an update whose <c>from</c> is not beyond its own version, and
/// asks again with <c>Watch</c> where there is a gap, or after it reconnects.
/// </summary>
public sealed class BoardHub(Boards boards) : Hub
{
    public const string Path = "/hubs/board";
    public const string Changed = nameof(Changed);

    public static string Group(string locality) => $"board/{locality}";

    /// <summary>The board of a locality now, or what changed since a version; from now on its changes are pushed to the caller.</summary>
    /// <param name="sinceVersion">The version that the screen shows; null for the whole board.</param>
    /// <param name="sinceAt">The <c>at</c> of the last update that the screen applied; it goes with the version.</param>
    public async Task<BoardUpdate> Watch(string locality, long? sinceVersion, DateTimeOffset? sinceAt)
    {
        await boards.CaughtUp.WaitAsync(Context.ConnectionAborted);
        if (boards.Find(locality) is not { } board)
        {
            throw new HubException($"There is no locality '{locality}' on the board.");
        }

        await Groups.AddToGroupAsync(Context.ConnectionId, Group(locality), Context.ConnectionAborted);
        return sinceVersion is { } version && sinceAt is { } at ? board.Since(version, at) : board.Whole();
    }

    /// <summary>Stops the pushes of a locality.</summary>
    public Task Leave(string locality) => Groups.RemoveFromGroupAsync(Context.ConnectionId, Group(locality), Context.ConnectionAborted);
}
