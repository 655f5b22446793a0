using System.Diagnostics;

namespace CapacityBoard.Processes;

/// <summary>Starts and stops other makers' servers on this machine.</summary>
internal static class LocalProgram
{
    public static bool IsSuperuser => Environment.UserName == "root";

    /// <summary>Starts a program that keeps running; as another user if this one is the superuser, whom some servers refuse.</summary>
    public static Process Start(string? insteadOfSuperuser, string program, params IEnumerable<string> arguments)
    {
        string[] before = insteadOfSuperuser is { } user && IsSuperuser
            ? ["setpriv", $"--reuid={user}", $"--regid={user}", "--clear-groups", "--"]
            : [];
        string[] all = [.. before, program, .. arguments];
        var start = new ProcessStartInfo(all[0], all[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        return Process.Start(start)!;
    }

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed. The message has what it printed.</exception>
    public static async Task Run(string? insteadOfSuperuser, string program, params string[] arguments)
    {
        using var process = Start(insteadOfSuperuser, program, arguments);
        var (printed, said) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} failed: {await printed}{await said}");
        }
    }
}
