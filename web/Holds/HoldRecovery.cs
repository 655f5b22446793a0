using CapacityBoard.Board;
using CapacityBoard.Commands;
using CapacityBoard.Projections;

namespace CapacityBoard.Holds;

/// <summary>Releases beds that are held for people who have left, where a fault prevented it. Both sides are on the boards.</summary>
internal sealed partial class HoldRecovery(Boards boards, FoldProgress progress, HoldFollowUp followUp, TimeProvider clock, ILogger<HoldRecovery> log) : Recovery(boards, progress, clock)
{
    internal override async Task FinishLost()
    {
        foreach (var held in followUp.All(LongestRequest))
        {
            try
            {
                if (await followUp.Finish(held))
                {
                    LogReleased(held.Place.Key.Value);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(exception, held.Place.Key.Value);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Released a bed at {Place} that was held for somebody who has left")]
    private partial void LogReleased(string place);

    [LoggerMessage(LogLevel.Error, "A bed at {Place} is still held for somebody who has left; it is tried again")]
    private partial void LogFailed(Exception exception, string place);
}
