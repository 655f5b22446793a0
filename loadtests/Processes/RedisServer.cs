using System.Diagnostics;
using System.Net.Sockets;

using CapacityBoard.Cluster;

namespace CapacityBoard.Processes;

/// <summary>A private Redis on a free loopback port, with its data in a temporary folder.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);

    private readonly string _folder = Directory.CreateTempSubdirectory("capacity-board-redis-").FullName;
    private readonly bool _isPersistent;
    private Process? _process;

    private RedisServer(bool isPersistent) => _isPersistent = isPersistent;

    public int Port { get; } = FreePort.Next();

    public string ConnectionString => $"127.0.0.1:{Port}";

    /// <param name="isPersistent">False for a Redis that forgets everything when it stops.</param>
    /// <exception cref="InvalidOperationException">It is not installed, or did not answer. The message has what it printed.</exception>
    public static async Task<RedisServer> Start(bool isPersistent = true)
    {
        var server = new RedisServer(isPersistent);
        await server.StartAgain();
        return server;
    }

    /// <summary>Restarts it on the same port and folder.</summary>
    public async Task StartAgain()
    {
        var start = new ProcessStartInfo("redis-server") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            "--port", $"{Port}", "--bind", "127.0.0.1", "--dir", _folder, "--save", "", "--appendonly", _isPersistent ? "yes" : "no", "--appendfsync", "always",
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);
        _process = Process.Start(start)!;
        var printed = _process.StandardOutput.ReadToEndAsync();
        _ = _process.StandardError.ReadToEndAsync();
        if (!await Answers())
        {
            await Kill();
            throw new InvalidOperationException($"Redis did not start: {await printed}");
        }
    }

    /// <summary>Asks it to end; it does so once its data is on disk.</summary>
    public Task Stop() => End("TERM");

    /// <summary>Ends it as a loss of power would.</summary>
    public Task Kill() => End("KILL");

    public async ValueTask DisposeAsync()
    {
        await Kill();
        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task End(string signal)
    {
        if (_process is { HasExited: false } running)
        {
            await Signals.Send(running.Id, signal);
            await running.WaitForExitAsync();
        }
    }

    private async Task<bool> Answers()
    {
        var begun = Stopwatch.GetTimestamp();
        while (!_process!.HasExited && Stopwatch.GetElapsedTime(begun) < LongestStart)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync("127.0.0.1", Port);
                await client.GetStream().WriteAsync("PING\r\n"u8.ToArray());
                var answer = new byte[5];
                await client.GetStream().ReadExactlyAsync(answer);
                if (answer.AsSpan().SequenceEqual("+PONG"u8))
                {
                    return true;
                }
            }
            catch (Exception notYet) when (notYet is SocketException or IOException)
            {
                // It is still starting.
            }

            // It tells nobody that it is up, so it is asked again.
            await Task.Delay(BetweenLooks);
        }

        return false;
    }
}
