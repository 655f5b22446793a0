using System.Diagnostics;

using CapacityBoard.Cluster;

namespace CapacityBoard.Processes;

/// <summary>One of the product's programs as a process of its own, on a free port of this machine.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    private readonly Process _process;
    private readonly ServerProgram _program;
    private readonly Task<string[]> _output;
    private bool _isDisposed;

    private ServerProcess(Process process, ServerProgram program, Uri address)
    {
        (_process, _program, Address) = (process, program, address);
        _output = Task.WhenAll(process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
    }

    public Uri Address { get; }

    public int Id => _process.Id;

    /// <summary>What it has used of the processors since it was started.</summary>
    public TimeSpan ProcessorTime => Refreshed.TotalProcessorTime;

    /// <summary>In bytes of memory that it holds now.</summary>
    public long WorkingSet => Refreshed.WorkingSet64;

    /// <summary>How many files and sockets it has open.</summary>
    public int OpenFiles => Directory.GetFiles($"/proc/{Id}/fd").Length;

    /// <summary>When it was started, as a timestamp to compare with another's.</summary>
    public long StartedAt { get; } = Stopwatch.GetTimestamp();

    /// <summary>True if it has ended, by itself or otherwise.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Starts the web program on a data folder and waits until it shows its boards and accepts <see cref="MachineKey"/>.</summary>
    /// <param name="more">Further arguments.</param>
    /// <exception cref="InvalidOperationException">It ended, or was not ready within three minutes. The message has what it printed.</exception>
    public static async Task<ServerProcess> Start(string dataFolder, params string[] more)
    {
        var server = await Start(ServerProgram.Web(["--data", dataFolder, .. more]));
        await MachineKey.Give(dataFolder, connectionString: null);
        return server;
    }

    /// <summary>Starts a program and waits until it is ready.</summary>
    /// <exception cref="InvalidOperationException">It ended, or was not ready within three minutes. The message has what it printed.</exception>
    public static Task<ServerProcess> Start(ServerProgram program) => Start(program, new($"http://127.0.0.1:{FreePort.Next()}"));

    /// <summary>Restarts a program that has ended, at the same address and with the same settings.</summary>
    public Task<ServerProcess> StartAgain() => StartAgain(_program);

    /// <summary>Restarts it from this build, whatever build it ran before.</summary>
    public Task<ServerProcess> StartAgainUpgraded() => StartAgain(_program.BuiltIn(AppContext.BaseDirectory));

    private async Task<ServerProcess> StartAgain(ServerProgram program)
    {
        await DisposeAsync();
        return await Start(program, Address);
    }

    /// <summary>Ends it at once and without warning, as a loss of power would.</summary>
    public Task Kill() => End("KILL");

    /// <summary>Asks it to end, as a deploy does, and waits until it has.</summary>
    /// <exception cref="InvalidOperationException">It ended with an error. The message has what it printed.</exception>
    public async Task Stop()
    {
        await End("TERM");
        if (_process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{_program.File} ended with {_process.ExitCode}: {string.Concat(await _output)}");
        }
    }

    /// <summary>Suspends it: it does nothing until it is resumed, and its connections stay open.</summary>
    public Task Freeze() => Signals.Send(Id, "STOP");

    public Task GoOn() => Signals.Send(Id, "CONT");

    public Task Ended() => _process.WaitForExitAsync();

    private Process Refreshed
    {
        get
        {
            _process.Refresh();
            return _process;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            await Kill();
            _process.Dispose();
        }
    }

    private static async Task<ServerProcess> Start(ServerProgram program, Uri address)
    {
        var start = (program with { Arguments = ["--urls", address.OriginalString, .. program.Arguments] }).StartInfo();
        var process = Process.Start(start)!;
        var server = new ServerProcess(process, program, address);
        if (await server.IsReady())
        {
            return server;
        }

        await server.DisposeAsync();
        throw new InvalidOperationException($"{program.File} did not start: {string.Concat(await server._output)}");
    }

    private async Task End(string signal)
    {
        if (!_process.HasExited)
        {
            await Signals.Send(Id, signal);
            await _process.WaitForExitAsync();
        }
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

            // It tells nobody that it is up, so it is asked again.
            await Task.Delay(BetweenLooks);
        }

        return false;
    }
}
