using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using CapacityBoard.Cluster;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace CapacityBoard.Support.Messages;

/// <summary>A real mail server on loopback that keeps what it takes.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<MimeMessage> _taken = new();
    private Task _running = Task.CompletedTask;
    private bool _isStopped;

    public int Port { get; init; } = FreePort.Next();

    /// <summary>What it has taken, oldest first.</summary>
    public IReadOnlyList<MimeMessage> Taken => [.. _taken];

    /// <summary>What it answers to a whole e-mail; null to take it.</summary>
    public Func<MimeMessage, SmtpResponse?> Answer { get; set; } = _ => null;

    /// <summary>How long it is silent before it answers to a whole e-mail.</summary>
    public Func<MimeMessage, TimeSpan> Silence { get; set; } = _ => TimeSpan.Zero;

    /// <summary>True for addresses that it does not have.</summary>
    public Func<string, bool> Refuses { get; set; } = _ => false;

    public IReadOnlyList<MimeMessage> To(string address) => [.. _taken.Where(mail => mail.To.Mailboxes.Any(mailbox => mailbox.Address == address))];

    public MailServer Start()
    {
        var options = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, Port))).Build();
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add(new Store(this));
        services.Add(new Filter(this));
        _running = new SmtpServer.SmtpServer(options, services).StartAsync(_stop.Token);
        return this;
    }

    /// <summary>It can be stopped more than once.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isStopped)
        {
            return;
        }

        _isStopped = true;
        await _stop.CancelAsync();
        try
        {
            await _running;
        }
        catch (OperationCanceledException)
        {
            // As asked.
        }

        _stop.Dispose();
    }

    private sealed class Store(MailServer server) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            using var bytes = new MemoryStream(buffer.ToArray());
            var mail = await MimeMessage.LoadAsync(bytes, cancellationToken);
            await Task.Delay(server.Silence(mail), TimeProvider.System, cancellationToken);
            if (server.Answer(mail) is { } answer)
            {
                return answer;
            }

            server._taken.Enqueue(mail);
            return SmtpResponse.Ok;
        }
    }

    private sealed class Filter(MailServer server) : MailboxFilter
    {
        public override Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) =>
            Task.FromResult(!server.Refuses($"{to.User}@{to.Host}"));
    }
}
