using CapacityBoard.Board;
using CapacityBoard.Projections;
using CapacityBoard.Stays;

namespace CapacityBoard.Commands;

/// <summary>
/// Finishes transfers between wards that a fault left incomplete. The board shows all transfers in progress; one older than the
/// longest request has lost its request.
/// </summary>
internal sealed partial class TransferRecovery(
    Boards boards, FoldProgress progress, StayTransfer transfer, TimeProvider clock, ILogger<TransferRecovery> log) : Recovery(boards, progress, clock)
{
    /// <summary>Finishes every lost transfer.</summary>
    internal override async Task FinishLost()
    {
        var now = Clock.GetUtcNow();
        var lost =
            from site in Boards.All.SelectMany(board => board.Sites())
            from stay in site.Stays.All
            where stay.Transfer is { } begun && IsOver(begun.Begun, now, LongestRequest)
            select (site.Key, Stay: stay);
        foreach (var (site, stay) in lost)
        {
            try
            {
                await transfer.Finish(site, stay.Reference, stay.Transfer!.Operation, "Recovery");
                LogFinished(site.Value, stay.Transfer.To.Value);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(exception, site.Value);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Finished a transfer from {From} to {To} that had been left half-way")]
    private partial void LogFinished(string from, string to);

    [LoggerMessage(LogLevel.Error, "A transfer from {From} is still half-way; it is tried again")]
    private partial void LogFailed(Exception exception, string from);
}
