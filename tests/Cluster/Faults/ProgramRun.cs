using System.Diagnostics;
using CapacityBoard.Processes;
using CapacityBoard.Support;

namespace CapacityBoard.Faults;

/// <summary>Runs a program that cannot start, to its end.</summary>
internal static class ProgramRun
{
    /// <summary>Its exit code and what it said as an error. What it printed otherwise has no stack trace.</summary>
    public static async Task<(int Code, string Said)> ToItsEnd(ServerProgram program)
    {
        using var process = Process.Start(program.StartInfo())!;
        var (said, printed) = (process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync().Within("the server that cannot start has ended");
            (await printed).ShouldNotContain("   at ", Case.Sensitive, "no stack trace");
            return (process.ExitCode, (await said).Trim());
        }
        finally
        {
            process.Kill();
        }
    }

    public static string ShouldBeOneSentence(this string said)
    {
        said.ShouldNotContain("\n");
        return said;
    }
}
