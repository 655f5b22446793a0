using System.Diagnostics;
using System.Globalization;
using CapacityBoard.Access.Audit;
using CapacityBoard.Cluster;
using CapacityBoard.Processes;
using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Access.Accounts;

/// <summary>How a new board comes to somebody who administers it.</summary>
public sealed class FirstAdministratorTests
{
    [Fact]
    public async Task GivenNewServer_WhenItStarts_ThenItPrintsALinkThatMakesItsFirstAdministratorAndNoneAfterThat()
    {
        using var folder = new TemporaryFolder();
        await using (var server = await StartedServer.Start(folder.PathOf("data")))
        {
            var link = new Uri(await server.LineWith("/join?"));
            using var person = new Visitor(server.Address, name: null);
            var authenticator = await person.Send(await person.Visit(link.PathAndQuery), "join", ("password", GivenAccounts.Password));
            authenticator.Path.ShouldBe("/account/authenticator");
            await person.Send(authenticator, "authenticator", ("code", new AuthenticatorApp(authenticator.AppKey).Code()));
            (await person.Visit("/admin/people")).Text.ShouldContain("First administrator");
            (await person.Visit("/admin/audit?act=link-made")).Text.ShouldContain("Capacity board Link made First administrator this server");
            await server.Stop();
        }

        await using var again = await StartedServer.Start(folder.PathOf("data"));
        await again.Stop();

        (await again.Printed()).ShouldNotContain("/join?");
    }

    [Fact]
    public async Task GivenServerWithoutAnAdministrator_WhenAnotherLinkIsAskedFor_ThenItEndsTheFirstAndThereIsNoneOnceSomebodyHasJoined()
    {
        using var folder = new TemporaryFolder();
        var data = folder.PathOf("data");
        await using var server = await StartedServer.Start(data);
        var printed = new Uri(await server.LineWith("/join?"));
        using var person = new Visitor(server.Address, name: null);

        var (code, _, link) = await Errand(data);

        code.ShouldBe(0);
        link.ShouldStartWith($"{server.Address}join?");
        (await person.Visit(printed.PathAndQuery)).Text.ShouldContain("This link no longer works");
        (await person.Send(await person.Visit(new Uri(link).PathAndQuery), "join", ("password", GivenAccounts.Password))).Path.ShouldBe("/account/authenticator");
        (code, var said, link) = await Errand(data);
        (code, link).ShouldBe((1, ""));
        said.ShouldBe("This board already has an administrator, who can invite others at /admin/people.");
    }

    [Fact]
    public async Task GivenFirstAdministratorsLink_WhenAnHourHasGoneOrThereIsAnAdministrator_ThenItWorksNoMore()
    {
        var clock = new ManualTimeProvider(TimeProvider.System.GetUtcNow());
        await using var board = await TestBoard.Start(builder => builder.Services.AddSingleton<TimeProvider>(clock));
        var links = board.Services.GetRequiredService<FirstAdministratorLink>();
        using var person = new Visitor(board.Address, name: null);
        var late = await links.Make(AccessActor.Program, CancellationToken.None);
        clock.Advance(FirstAdministratorLink.Lasts);
        (await person.Visit(late.ShouldNotBeNull())).Text.ShouldContain("This link no longer works");

        var inTime = (await links.Make(AccessActor.Program, CancellationToken.None)).ShouldNotBeNull();
        clock.Advance(FirstAdministratorLink.Lasts - TimeSpan.FromMinutes(1));
        (await person.Visit(inTime)).Text.ShouldContain("Set your password");
        await board.Account("another-administrator", new Grant(Role.Administrator, Scope.Everywhere));

        (await person.Visit(inTime)).Text.ShouldContain("This link no longer works");
        (await links.Make(AccessActor.Program, CancellationToken.None)).ShouldBeNull();
    }

    /// <summary>Asks for a link on a data folder, beside its server.</summary>
    private static async Task<(int Code, string Said, string Printed)> Errand(string data)
    {
        using var process = Process.Start((ServerProgram.Web() with { Arguments = ["first-administrator", "--data", data] }).StartInfo())!;
        var (said, printed) = (process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
        await process.WaitForExitAsync().Within("the errand has ended");
        return (process.ExitCode, (await said).Trim(), (await printed).Trim());
    }

    /// <summary>The program as a process of its own, with what it prints at hand.</summary>
    private sealed class StartedServer : IAsyncDisposable
    {
        private readonly Process _process;
        private readonly TaskCompletionSource<string> _link = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Task<string> _printed;

        private StartedServer(Process process, Uri address)
        {
            (_process, Address) = (process, address);
            _ = process.StandardError.ReadToEndAsync();
            _printed = Read();
        }

        public Uri Address { get; }

        public static async Task<StartedServer> Start(string data)
        {
            var address = new Uri($"http://127.0.0.1:{FreePort.Next().ToString(CultureInfo.InvariantCulture)}");
            var start = new ProcessStartInfo(
                "dotnet", [Path.Combine(AppContext.BaseDirectory, "CapacityBoard.Web.dll"), "--urls", address.OriginalString, "--data", data, "--no-demo"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            var server = new StartedServer(Process.Start(start)!, address);
            using var http = new HttpClient { BaseAddress = address };
            await Deadline.Until(async () => await IsReady(http), "the server is ready");
            return server;
        }

        /// <summary>The address in the line that has some text.</summary>
        public async Task<string> LineWith(string text)
        {
            var line = await _link.Task.Within($"a line with {text} is printed");
            return line[line.IndexOf("http", StringComparison.Ordinal)..];
        }

        public Task<string> Printed() => _printed.Within("all is printed");

        public async Task Stop()
        {
            await Signals.Send(_process.Id, "TERM");
            await _process.WaitForExitAsync().Within("the server has ended");
        }

        public async ValueTask DisposeAsync()
        {
            if (!_process.HasExited)
            {
                _process.Kill();
                await _process.WaitForExitAsync();
            }

            _process.Dispose();
        }

        private async Task<string> Read()
        {
            var all = new List<string>();
            while (await _process.StandardOutput.ReadLineAsync() is { } line)
            {
                all.Add(line);
                if (line.Contains("/join?", StringComparison.Ordinal))
                {
                    _link.TrySetResult(line);
                }
            }

            return string.Join('\n', all);
        }

        private static async Task<bool> IsReady(HttpClient http)
        {
            try
            {
                return (await http.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }
    }
}
