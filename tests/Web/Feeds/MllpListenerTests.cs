using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CapacityBoard.Interop.Mllp;
using CapacityBoard.Support;
using CapacityBoard.Support.Feeds;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Feeds;

public sealed class MllpListenerTests : IDisposable
{
    private readonly ClusterAuthority _authority = new();
    private readonly Slow _receiver = new();

    public void Dispose() => _authority.Dispose();

    [Fact]
    public async Task GivenFramesThatAreSplitJoinedAndAmongJunk_ThenEachIsAnsweredInOrder()
    {
        await using var listening = await Listen(new());
        using var sender = await MllpSender.Connect(listening.At);
        await sender.SendRaw([.. "junk"u8, 0x0B, .. "one"u8]);
        await sender.SendRaw([0x1C]);
        (await sender.Read()).ShouldBe("ack one");
        await sender.SendRaw([0x0D, 0x0A, 0x0B, .. "two"u8, 0x1C, 0x0D, 0x0B, .. "three"u8, 0x1C, 0x0D, .. "junk"u8]);
        (await sender.Read(), await sender.Read()).ShouldBe(("ack two", "ack three"));
    }

    [Fact]
    public async Task GivenMessagesThatOverlap_WhenTheFirstTakesLonger_ThenAnswersKeepTheOrder()
    {
        await using var listening = await Listen(new());
        using var sender = await MllpSender.Connect(listening.At);
        _receiver.Hold = new();
        await sender.SendRaw([0x0B, .. "held"u8, 0x1C, 0x0D, 0x0B, .. "next"u8, 0x1C, 0x0D]);
        await _receiver.Taken("next");
        _receiver.Hold.SetResult();
        (await sender.Read(), await sender.Read()).ShouldBe(("ack held", "ack next"));
    }

    [Fact]
    public async Task GivenMessageThatIsTooLong_ThenRefusedAndTheNextIsTaken()
    {
        await using var listening = await Listen(new() { MostBytes = 2000 });
        using var sender = await MllpSender.Connect(listening.At);
        await sender.SendRaw([0x0B, .. new byte[100_000].Select(_ => (byte)'x'), 0x1C, 0x0D, 0x0B, .. "next"u8, 0x1C, 0x0D]);
        (await sender.Read(), await sender.Read()).ShouldBe(("The message is longer than 2000 bytes.", "ack next"));
        _receiver.Messages.ShouldBe(["next"]);
    }

    [Fact]
    public async Task GivenMessageInFlight_WhenStopped_ThenAnswered()
    {
        var listening = await Listen(new());
        using var sender = await MllpSender.Connect(listening.At);
        _receiver.Hold = new();
        await sender.SendRaw([0x0B, .. "held"u8, 0x1C, 0x0D]);
        await _receiver.Taken("held");
        var stopped = listening.DisposeAsync().AsTask();
        _receiver.Hold.SetResult();
        (await sender.Read()).ShouldBe("ack held");
        await stopped.Within("the listener has stopped");
    }

    [Fact]
    public async Task GivenAddressThatIsNotAllowed_ThenClosedUnread()
    {
        await using var listening = await Listen(new() { AllowedAddresses = ["10.20.0.0/16"] });
        using var sender = await MllpSender.Connect(listening.At);
        (await sender.Read()).ShouldBe("");
        _receiver.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenAuthority_WhenTheSenderShowsItsCertificate_ThenTakenAndOtherwiseNot()
    {
        var options = new MllpOptions { Certificate = _authority.Pfx("board"), CertificatePassword = ClusterAuthority.Password, ClientAuthority = _authority.File };
        await using var listening = await Listen(options);
        using (var sender = await MllpSender.Connect(listening.At, MllpSender.Tls(_authority.Issue("pas"), _authority.File)))
        {
            (await sender.Send("one"u8.ToArray())).ShouldBe("ack one");
        }

        using var stranger = new ClusterAuthority();
        foreach (var certificate in new[] { null, stranger.Issue("pas") })
        {
            (await Send(listening.At, certificate)).ShouldBe("");
        }

        _receiver.Messages.ShouldBe(["one"]);
    }

    [Theory]
    [InlineData("0.0.0.0:2575", "Set Mllp:Certificate and Mllp:ClientAuthority")]
    [InlineData("board", "Write it as 127.0.0.1:2575")]
    public async Task GivenEndpointThatCannotBe_WhenStarted_ThenWhy(string endpoint, string why)
    {
        var board = new TestBoard { Settings = new() { ["Mllp:Endpoint"] = endpoint } };
        (await Should.ThrowAsync<OptionsValidationException>(async () => await board.InitializeAsync())).Message.ShouldContain(why);
        await board.DisposeAsync();
    }

    /// <summary>The answer to a sender with a certificate; empty if it is turned away, which TLS says with the handshake or with the first bytes.</summary>
    private async Task<string> Send(IPEndPoint to, X509Certificate2? certificate)
    {
        try
        {
            using var sender = await MllpSender.Connect(to, MllpSender.Tls(certificate, _authority.File));
            return await sender.Send("two"u8.ToArray());
        }
        catch (Exception turnedAway) when (turnedAway is IOException or AuthenticationException)
        {
            return "";
        }
    }

    private async Task<Listening> Listen(MllpOptions options)
    {
        options.Endpoint = "127.0.0.1:0";
        var listener = new MllpListener(Options.Create(options), _receiver, NullLogger<MllpListener>.Instance);
        await listener.StartAsync(CancellationToken.None);
        return new(listener);
    }

    private sealed record Listening(MllpListener Listener) : IAsyncDisposable
    {
        public IPEndPoint At => Listener.LocalEndpoint!;

        public async ValueTask DisposeAsync()
        {
            await Listener.StopAsync(CancellationToken.None);
            Listener.Dispose();
        }
    }

    private sealed class Slow : IMllpReceiver
    {
        private readonly Dictionary<string, TaskCompletionSource> _taken = [];

        public TaskCompletionSource? Hold { get; set; }

        public List<string> Messages { get; } = [];

        public Task Taken(string message) => SourceOf(message).Task.Within($"{message} was taken");

        public async Task<ReadOnlyMemory<byte>> Receive(ReadOnlyMemory<byte> message, CancellationToken token)
        {
            var text = Encoding.UTF8.GetString(message.Span);
            Messages.Add(text);
            SourceOf(text).TrySetResult();
            if (text == "held")
            {
                await Hold!.Task;
            }

            return Encoding.UTF8.GetBytes($"ack {text}");
        }

        public ReadOnlyMemory<byte> Refuse(string problem) => Encoding.UTF8.GetBytes(problem);

        private TaskCompletionSource SourceOf(string message)
        {
            lock (_taken)
            {
                return _taken.TryGetValue(message, out var source) ? source : _taken[message] = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }
}
