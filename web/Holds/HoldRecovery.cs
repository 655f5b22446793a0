using CapacityBoard.Board;
using CapacityBoard.Commands;
using CapacityBoard.Projections;

namespace CapacityBoard.Holds;

/// <summary>Finishes what a fault left incomplete between the two sides of a hold. Both sides are on the boards.</summary>
internal sealed partial class HoldRecovery(Boards boards, FoldProgress progress, HoldFollowUp followUp, TimeProvider clock, ILogger<HoldRecovery> log) : Recovery(boards, progress, clock)
{
    internal override async Task FinishLost()
    {
        foreach (var mismatch in followUp.Mismatches(LongestRequest))
        {
            try
            {
                if (await followUp.Finish(mismatch))
                {
                    LogFinished(mismatch.GetType().Name, mismatch.Place.Key.Value);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(exception, mismatch.Place.Key.Value);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Finished what had been left half-way ({What}) by a hold at {Place}")]
    private partial void LogFinished(string what, string place);

    [LoggerMessage(LogLevel.Error, "A hold at {Place} and the stay that it is for still do not agree; it is tried again")]
    private partial void LogFailed(Exception exception, string place);
}
