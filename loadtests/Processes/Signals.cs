using System.Diagnostics;

namespace CapacityBoard.Processes;

/// <summary>Sends a process a signal by its id, as <c>kill</c> does.</summary>
internal static class Signals
{
    /// <param name="signal">Its name without SIG: TERM, KILL, STOP, CONT.</param>
    public static async Task Send(int process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process}"]);
        await kill.WaitForExitAsync();
    }
}
