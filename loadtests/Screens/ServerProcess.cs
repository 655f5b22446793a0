using System.Diagnostics;
using CapacityBoard.Cluster;

namespace CapacityBoard.Screens;

/// <summary>The web program as a process of its own, on a free port of this machine.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    private readonly Process _process;

    private ServerProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public int Id => _process.Id;

    /// <summary>Starts it and waits until it shows its boards.</summary>
    /// <exception cref="InvalidOperationException">It ended, or was not ready within a minute. The message has what it printed.</exception>
    public static Task<ServerProcess> Start(string dataFolder, params string[] more) =>
        StartAt(new($"http://127.0.0.1:{FreePort.Next()}"), dataFolder, more);

    /// <summary>The same at a given address, such as that of one that was ended.</summary>
    public static async Task<ServerProcess> StartAt(Uri address, string dataFolder, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "CapacityBoard.Web.dll"), "--urls", address.OriginalString, "--data", dataFolder, "--no-demo", .. more];
        Array.ForEach(arguments, start.ArgumentList.Add);
        var process = Process.Start(start)!;
        var printed = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        var server = new ServerProcess(process, address);
        if (await server.IsReady())
        {
            return server;
        }

        await server.DisposeAsync();
        throw new InvalidOperationException($"The server did not start: {await printed}");
    }

    /// <summary>Ends it as a loss of power would: at once and without a word.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await Kill();
        }

        _process.Dispose();
    }

    private async Task<bool> IsReady()
    {
        using var http = new HttpClient { BaseAddress = Address };
        var begun = Stopwatch.GetTimestamp();
        while (!_process.HasExited && Stopwatch.GetElapsedTime(begun) < LongestStart)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                {
                    return true;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(BetweenLooks);
        }

        return false;
    }
}
