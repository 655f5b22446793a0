using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace CapacityBoard.Support.Feeds;

/// <summary>A hospital's system at the other end of a connection.</summary>
public sealed class MllpSender : IDisposable
{
    private readonly TcpClient _client;
    private readonly Stream _stream;

    private MllpSender(TcpClient client, Stream stream) => (_client, _stream) = (client, stream);

    public static async Task<MllpSender> Connect(IPEndPoint to, SslClientAuthenticationOptions? tls = null)
    {
        var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(to);
        if (tls is null)
        {
            return new(client, client.GetStream());
        }

        var secure = new SslStream(client.GetStream());
        await secure.AuthenticateAsClientAsync(tls);
        return new(client, secure);
    }

    /// <param name="authority">The PEM file of the authority that issued the listener's certificate.</param>
    public static SslClientAuthenticationOptions Tls(X509Certificate2? certificate, string authority)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(authority);
        return new() { TargetHost = "board", ClientCertificates = certificate is null ? null : [certificate], CertificateChainPolicy = policy };
    }

    /// <summary>Sends a message and reads its acknowledgement.</summary>
    public async Task<string> Send(byte[] message)
    {
        await SendRaw([0x0B, .. message, 0x1C, 0x0D]);
        return await Read();
    }

    public async Task SendRaw(byte[] bytes)
    {
        await _stream.WriteAsync(bytes);
        await _stream.FlushAsync();
    }

    /// <summary>The next acknowledgement, as text; empty if the other end has closed.</summary>
    public async Task<string> Read()
    {
        var bytes = new List<byte>();
        var one = new byte[1];
        while (await _stream.ReadAsync(one) == 1)
        {
            if (one[0] == 0x1C)
            {
                await _stream.ReadExactlyAsync(one);
                return (bytes[1] == 'M' && bytes[2] == 0 ? Encoding.Unicode : Encoding.UTF8).GetString([.. bytes.Skip(1)]);
            }

            bytes.Add(one[0]);
        }

        return "";
    }

    /// <summary>MSA-1 of an acknowledgement, whatever its separators.</summary>
    public static string CodeOf(string acknowledgement) => acknowledgement.Split('\r').First(line => line.StartsWith("MSA", StringComparison.Ordinal))[4..6];

    public void Dispose()
    {
        _stream.Dispose();
        _client.Dispose();
    }
}
