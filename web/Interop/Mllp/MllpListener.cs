using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using CapacityBoard.Hosting;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Interop.Mllp;

/// <summary>
/// Listens for hospitals' systems. Senders whose address is not allowed, or whose certificate the authority did not issue, are closed before anything is read.
/// </summary>
internal sealed partial class MllpListener : BackgroundService
{
    private static readonly TimeSpan LongestHandshake = TimeSpan.FromSeconds(10);

    private readonly MllpOptions _options;
    private readonly IMllpReceiver _receiver;
    private readonly ILogger<MllpListener> _log;
    private readonly X509Certificate2? _certificate;
    private readonly CertificateAuthority? _clients;
    private readonly SemaphoreSlim _free;
    private TcpListener? _listener;

    /// <exception cref="OptionsValidationException">A certificate cannot be used.</exception>
    public MllpListener(IOptions<MllpOptions> options, IMllpReceiver receiver, ILogger<MllpListener> log)
    {
        (_options, _receiver, _log) = (options.Value, receiver, log);
        _free = new(_options.MostConnections);
        _certificate = _options.Certificate is { } file
            ? PfxFile.Read(file, _options.CertificatePassword, $"{MllpOptions.Section}:{nameof(MllpOptions.Certificate)}", $"{MllpOptions.Section}:{nameof(MllpOptions.CertificatePassword)}")
            : null;
        _clients = _options.ClientAuthority is { } authority ? CertificateAuthority.Read(authority, $"{MllpOptions.Section}:{nameof(MllpOptions.ClientAuthority)}") : null;
    }

    /// <summary>Where it listens; null if it does not.</summary>
    public IPEndPoint? LocalEndpoint => _listener?.LocalEndpoint as IPEndPoint;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (_options.ListenAt is { } at)
        {
            _listener = new(at);
            try
            {
                _listener.Start();
            }
            catch (SocketException taken)
            {
                throw new OptionsValidationException(MllpOptions.Section, typeof(MllpOptions), [$"{MllpOptions.Section}:{nameof(MllpOptions.Endpoint)}: cannot listen on {at}: {taken.Message}. Choose another port."]);
            }

            LogListening(LocalEndpoint!);
        }

        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_listener is null)
        {
            return;
        }

        var connections = new HashSet<Task>();
        try
        {
            while (true)
            {
                await _free.WaitAsync(stoppingToken);
                var client = await _listener.AcceptTcpClientAsync(stoppingToken);
                connections.RemoveWhere(connection => connection.IsCompleted);
                connections.Add(Serve(client, stoppingToken));
            }
        }
        catch (OperationCanceledException)
        {
            _listener.Stop();
            await Task.WhenAll(connections);
        }
    }

    private async Task Serve(TcpClient client, CancellationToken stopping)
    {
        var from = (client.Client.RemoteEndPoint as IPEndPoint)?.Address ?? IPAddress.None;
        try
        {
            using (client)
            {
                if (!_options.Allows(from))
                {
                    LogRefused(from);
                    return;
                }

                client.NoDelay = true;
                await using var stream = await Secure(client.GetStream(), stopping);
                await new MllpConnection(stream, _receiver, _options).Run(stopping);
            }
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException or SocketException)
        {
            // The sender has gone, was idle for too long, or this program stops.
        }
        catch (AuthenticationException untrusted)
        {
            LogUntrusted(from, untrusted.Message);
        }
        catch (Exception failure)
        {
            LogFailed(failure, from);
        }
        finally
        {
            _free.Release();
        }
    }

    private async Task<Stream> Secure(NetworkStream plain, CancellationToken stopping)
    {
        if (_certificate is null)
        {
            return plain;
        }

        var secure = new SslStream(plain);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        deadline.CancelAfter(LongestHandshake);
        await secure.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions
            {
                ServerCertificate = _certificate,
                ClientCertificateRequired = _clients is not null,
                CertificateChainPolicy = _clients?.Policy(),
                EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
                RemoteCertificateValidationCallback = (_, certificate, _, errors) => _clients is null || (certificate is not null && errors == SslPolicyErrors.None),
            },
            deadline.Token);
        return secure;
    }

    [LoggerMessage(LogLevel.Information, "Listening for HL7 messages by MLLP on {Endpoint}")]
    private partial void LogListening(IPEndPoint endpoint);

    [LoggerMessage(LogLevel.Warning, "An MLLP connection from {Address} was closed: the address is not among Mllp:AllowedAddresses")]
    private partial void LogRefused(IPAddress address);

    [LoggerMessage(LogLevel.Warning, "An MLLP connection from {Address} was closed: {Why}")]
    private partial void LogUntrusted(IPAddress address, string why);

    [LoggerMessage(LogLevel.Error, "An MLLP connection from {Address} ended")]
    private partial void LogFailed(Exception exception, IPAddress address);
}
