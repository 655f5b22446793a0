using System.Net;
using System.Net.Sockets;
using System.Text;
using CapacityBoard.Processes;
using CapacityBoard.Screens;
using CapacityBoard.Support;
using Microsoft.AspNetCore.SignalR;

namespace CapacityBoard.Hardening;

/// <summary>Whoever asks too much, too slowly or too largely is stopped, and others go on.</summary>
public sealed class FloodTests
{
    [Fact]
    public async Task GivenPersonWhoAsksTooMuch_ThenToldToWaitAndAnotherIsServed()
    {
        await using var board = await Board(("PerPerson", 2));
        using var eager = new Visitor(board.Address, name: "Eager");
        await Deadline.Until(async () => (await eager.Visit("/freshness")).Status == 429, "the eager one is told to wait");

        using var calm = new Visitor(board.Address, name: "Calm");
        (await calm.Visit("/freshness")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task GivenGuessesOfPasswords_WhenManyComeFromOneAddress_ThenNoMoreAreTriedAndWhoeverIsSignedInGoesOn()
    {
        await using var board = await Board(("SignInsPerMinute", 5));
        using var attacker = new Visitor(board.Address, name: null);
        var page = await attacker.Visit("/sign-in");
        for (var guess = 0; guess < 5; guess++)
        {
            (await attacker.Send(page, "sign-in", ("name", $"name {guess}"), ("password", "x"))).Status.ShouldBe(200);
        }

        var last = await attacker.Send(page, "sign-in", ("name", "name 6"), ("password", "x"));

        last.Status.ShouldBe(429);
        last.Text.ShouldContain("Wait a minute");
        using var person = new Visitor(board.Address);
        (await person.Visit("/")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task GivenConnectionsFromOneAddress_WhenTooMany_ThenFurtherOnesAreClosedAndAnotherAddressIsServed()
    {
        await using var board = await Board(("ConnectionsPerAddress", 20));
        var open = new List<TcpClient>();
        for (var connection = 0; connection < 40; connection++)
        {
            var client = new TcpClient(new IPEndPoint(IPAddress.Parse("127.0.0.2"), 0));
            open.Add(client);
            try
            {
                await client.ConnectAsync(board.Address.Host, board.Address.Port);
            }
            catch (SocketException)
            {
                // It was closed before it was open.
            }
        }

        await Deadline.Until(() => Task.FromResult(open.Count(IsClosed) >= 20), "half of the flood is closed");
        (await board.Get("/health/ready")).Status.ShouldBe(200);
        open.ForEach(client => client.Dispose());
    }

    [Fact]
    public async Task GivenScreenThatCallsWithoutEnd_ThenItIsEndedAndOthersAreServed()
    {
        await using var board = await Board(("HubCalls", 2));
        await board.OnTheBoard(await board.CareHome("the-limes"));
        await using var flood = BoardConnection.To(board.Address);
        await flood.StartAsync();

        await Should.ThrowAsync<Exception>(async () =>
        {
            while (true)
            {
                await flood.Watch(TestBoard.Locality).Within("the hub answers");
            }
        });

        await using var screen = await board.Watch();
        screen.Copy.Rows.Count.ShouldBe(1);
    }

    [Fact]
    public async Task GivenPersonWhoOpensScreenAfterScreen_WhenTooMany_ThenNoMoreAreLetInAndOthersAreServed()
    {
        await using var board = await Board(("ScreensPerCaller", 2));
        await board.OnTheBoard(await board.CareHome("the-limes"));
        await using var first = await board.Watch();
        await using var second = await board.Watch();

        await using var third = BoardConnection.To(board.Address);
        await third.StartAsync();

        await third.Ended().Within("the third screen is ended");
        await using var another = BoardConnection.To(
            board.Address, new Dictionary<string, string> { ["Cookie"] = $"{Sessions.CookieName}={await Sessions.CookieOf(board.Address, "Another")}" });
        await another.StartAsync();
        (await another.Watch(TestBoard.Locality).Within("the hub answers")).ShouldNotBeNull();
    }

    [Fact]
    public async Task GivenHubMessageThatIsTooLarge_ThenTheConnectionIsEnded()
    {
        await using var board = await Board();
        await board.OnTheBoard(await board.CareHome("the-limes"));
        await using var hub = BoardConnection.To(board.Address);
        await hub.StartAsync();

        await Should.ThrowAsync<HubException>(() => hub.Watch(new string('x', 100_000)).Within("the hub answers"));
        await hub.Ended().Within("the connection is ended");
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: {long}\r\n\r\n", "431")]
    [InlineData("GET /{long} HTTP/1.1\r\nHost: localhost\r\n\r\n", "414")]
    [InlineData("PUT /api/localities/stockport/care-homes/x HTTP/1.1\r\nHost: localhost\r\n{key}\r\nContent-Type: application/json\r\nContent-Length: 999999999\r\n\r\n", "413")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "400")]
    [InlineData("POST /sign-in HTTP/1.1\r\nHost: localhost:99999\r\nOrigin: http://localhost\r\nContent-Length: 0\r\n\r\n", "403")]
    public async Task GivenRequestThatIsTooLargeTwofoldOrOfNoHost_ThenRefused(string request, string status)
    {
        await using var board = await Board();
        using var client = new TcpClient();
        await client.ConnectAsync(board.Address.Host, board.Address.Port);
        var stream = client.GetStream();

        await stream.WriteAsync(Encoding.ASCII.GetBytes(request
            .Replace("{long}", new string('x', 40_000), StringComparison.Ordinal)
            .Replace("{key}", $"Authorization: {MachineKey.Header}", StringComparison.Ordinal)));

        var buffer = new byte[256];
        var read = await stream.ReadAsync(buffer).AsTask().Within("the server answers");
        Encoding.ASCII.GetString(buffer, 0, read).ShouldContain($" {status} ");
    }

    [Fact]
    public async Task GivenRequestThatNeverEnds_WhenItsHeadersComeDropByDrop_ThenTheServerHangsUp()
    {
        await using var board = await Board();
        using var client = new TcpClient();
        await client.ConnectAsync(board.Address.Host, board.Address.Port);
        await client.GetStream().WriteAsync("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: a"u8.ToArray());

        var buffer = new byte[1024];
        var read = await client.GetStream().ReadAsync(buffer).AsTask().Within("the server hangs up");

        Encoding.ASCII.GetString(buffer, 0, read).ShouldContain(" 408 ");
    }

    [Fact]
    public async Task GivenBodyThatDoesNotCome_WhenWaitedFor_ThenRefusedInWords()
    {
        await using var board = await Board();
        using var client = new TcpClient();
        await client.ConnectAsync(board.Address.Host, board.Address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/localities/stockport/care-homes/x/confirm-unchanged HTTP/1.1\r\nHost: localhost\r\nAuthorization: {MachineKey.Header}\r\n"
            + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"));

        using var answer = new StreamReader(client.GetStream());
        (await answer.ReadToEndAsync().Within("the server gives it up")).ShouldContain("\"too-slow\"");
    }

    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("null")]
    public async Task GivenAnotherSitesPage_WhenItSendsInAPersonsName_ThenRefused(string origin)
    {
        await using var board = await Board();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/localities/stockport/care-homes/the-limes/confirm-unchanged");
        request.Headers.Add("Origin", origin);
        request.Content = TestBoard.Json(new Beds.ConfirmUnchanged());
        using var response = await board.Http.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await using var hub = BoardConnection.To(
            board.Address, new Dictionary<string, string> { ["Authorization"] = MachineKey.Header.ToString(), ["Origin"] = origin });
        await Should.ThrowAsync<System.Net.WebSockets.WebSocketException>(() => hub.StartAsync());
    }

    private static async Task<TestBoard> Board(params (string Limit, int Value)[] limits)
    {
        var board = new TestBoard { Settings = limits.ToDictionary(limit => $"Server:Limits:{limit.Limit}", limit => (string?)limit.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)) };
        await board.InitializeAsync();
        return board;
    }

    private static bool IsClosed(TcpClient client) =>
        !client.Connected || (client.Client.Poll(0, SelectMode.SelectRead) && client.Client.Available == 0);
}
