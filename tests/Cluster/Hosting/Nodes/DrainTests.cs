using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using CapacityBoard.Cluster;
using CapacityBoard.Processes;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Hosting.Nodes;

/// <summary>A server that is told to stop: what was begun is finished, what is new goes elsewhere, in less than ten seconds.</summary>
public sealed class DrainTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("00:00:00")]
    [InlineData("00:00:08")]
    public async Task GivenAnyDrain_WhenStopped_ThenAllOfItIsLimitedToLessThanTenSeconds(string drainFor)
    {
        await using var board = await TestBoard.Start(builder => builder.Configuration["Server:DrainFor"] = drainFor);

        var limit = board.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout;

        (limit + TimeSpan.Parse(drainFor, CultureInfo.InvariantCulture)).ShouldBe(TimeSpan.FromSeconds(9.5));
    }

    [Fact]
    public async Task GivenServerThatDrains_WhenToldToStop_ThenNotReadyButServesUntilTheDrainIsOverAndFinishesWhatWasBegun()
    {
        await using var server = await StoppableServer.Start(_folder.FullPath, drainFor: "00:00:03");
        var home = await server.User.CareHome("the-limes");
        await server.User.CareHome("the-oaks");
        await using var screen = await Screen.Open(server.Address, TestBoard.Locality);
        await using var begun = await SlowRequest.Begin(server.Address, home);

        await server.Stop("TERM");
        await Deadline.Until(async () => (await server.User.Get("/health/ready")).Status == 503, "it is not ready any more");

        ((string?)(await server.User.Get("/health/ready")).Json["state"]).ShouldBe("draining");
        (await server.User.Get("/hubs/board")).Status.ShouldBe(503);
        var answer = (await server.User.Declare(home, 10, 9)).ThenAccepted();
        answer.Headers.ConnectionClose.ShouldBe(true, "a connection that is kept would not go elsewhere");
        await screen.Until(shown => shown.Copy.Version == 5, "what is recorded while it drains");

        await Deadline.Until(async () => await IsRefused(server.Address), "no connection is taken any more");
        (await begun.Finish()).ShouldStartWith("HTTP/1.1 200");
        (await server.Ended()).ShouldBe(0);
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task GivenServerAsItComes_WhenToldToStop_ThenItStopsAtOnceAndFinishesWhatWasBegun(string signal)
    {
        await using var server = await StoppableServer.Start(_folder.FullPath);
        var home = await server.User.CareHome("the-limes");
        await using var screen = await Screen.Open(server.Address, TestBoard.Locality);
        await using var begun = await SlowRequest.Begin(server.Address, home);

        await server.Stop(signal);

        await Deadline.Until(async () => await IsRefused(server.Address), "no connection is taken any more");
        (await begun.Finish()).ShouldStartWith("HTTP/1.1 200");
        (await server.Ended()).ShouldBe(0);
        (await server.Said).ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenScreenThatTakesNothingIn_WhenTheServerIsToldToStop_ThenItHoldsUpTheStopOnlyForAMoment()
    {
        await using var server = await StoppableServer.Start(_folder.FullPath);
        await server.User.CareHome("the-limes");
        await using var dead = await DeadScreen.Open(server.Address, TestBoard.Locality);
        await dead.AskUntilNothingMoves();

        await server.Stop("TERM");

        (await server.Ended()).ShouldBe(0);
    }

    [Theory]
    [InlineData("00:00:09")]
    [InlineData("-00:00:01")]
    [InlineData("soon")]
    public async Task GivenDrainThatCannotBe_WhenStarted_ThenSaidWhatToWrite(string drainFor)
    {
        await using var board = new TestBoard { Settings = { ["Server:DrainFor"] = drainFor } };

        var failure = await Should.ThrowAsync<Exception>(async () => await board.InitializeAsync());

        StartFault.Explain(failure).ShouldNotBeNull().ShouldContain("Server:DrainFor");
    }

    private static async Task<bool> IsRefused(Uri server)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(server.Host, server.Port);
            return false;
        }
        catch (SocketException failure)
        {
            return failure.SocketErrorCode == SocketError.ConnectionRefused;
        }
    }

    /// <summary>The program as a process of its own, which is told to stop and says how it ended.</summary>
    private sealed class StoppableServer : IAsyncDisposable
    {
        private readonly Process _process;
        private readonly HttpClient _http;

        private StoppableServer(Process process, Uri address)
        {
            (_process, Address) = (process, address);
            Said = process.StandardError.ReadToEndAsync();
            _ = process.StandardOutput.ReadToEndAsync();
            _http = MachineKey.Client(address);
            User = new(_http);
        }

        public Uri Address { get; }

        public ApiUser User { get; }

        /// <summary>What it printed as errors.</summary>
        public Task<string> Said { get; }

        public static async Task<StoppableServer> Start(string data, string? drainFor = null)
        {
            var address = new Uri($"http://127.0.0.1:{FreePort.Next().ToString(CultureInfo.InvariantCulture)}");
            string[] arguments = [Path.Combine(AppContext.BaseDirectory, "CapacityBoard.Web.dll"), "--urls", address.OriginalString, "--data", data, "--no-demo"];
            var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["Server__DrainFor"] = drainFor;
            var server = new StoppableServer(Process.Start(start)!, address);
            await Deadline.Until(server.IsReady, "the server is ready");
            await MachineKey.Give(data, connectionString: null);
            return server;
        }

        public Task Stop(string signal) => Signals.Send(_process.Id, signal);

        /// <summary>Its exit code.</summary>
        public async Task<int> Ended()
        {
            await _process.WaitForExitAsync().Within("the server has ended");
            return _process.ExitCode;
        }

        public async ValueTask DisposeAsync()
        {
            _http.Dispose();
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        private async Task<bool> IsReady()
        {
            try
            {
                return (await User.Get("/health/ready")).Status == 200;
            }
            catch (HttpRequestException)
            {
                _process.HasExited.ShouldBeFalse();
                return false;
            }
        }
    }

    /// <summary>A declaration whose body is kept back: the server has begun to read it and waits.</summary>
    private sealed class SlowRequest : IAsyncDisposable
    {
        private const string Body = """{"lines":[{"type":"general-nursing","total":10,"occupied":3}]}""";

        private readonly TcpClient _client = new();

        public static async Task<SlowRequest> Begin(Uri server, SiteKey home)
        {
            var request = new SlowRequest();
            await request._client.ConnectAsync(server.Host, server.Port);
            await request.Write(
                $"POST {Sites.SiteApi.AddressOf(SiteKind.CareHome, home)}/declare-vacancies HTTP/1.1\r\nHost: {server.Authority}\r\n"
                + $"Authorization: {MachineKey.Header}\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\nExpect: 100-continue\r\n\r\n");
            var buffer = new byte[1024];
            var read = await request._client.GetStream().ReadAsync(buffer).AsTask().Within("the server reads the body");
            System.Text.Encoding.ASCII.GetString(buffer, 0, read).ShouldStartWith("HTTP/1.1 100");
            return request;
        }

        /// <summary>Sends the body; the whole answer.</summary>
        public async Task<string> Finish()
        {
            await Write(Body);
            using var answer = new StreamReader(_client.GetStream());
            return await answer.ReadToEndAsync().Within("the request is answered");
        }

        public ValueTask DisposeAsync()
        {
            _client.Dispose();
            return ValueTask.CompletedTask;
        }

        private async Task Write(string text) => await _client.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(text));
    }
}
