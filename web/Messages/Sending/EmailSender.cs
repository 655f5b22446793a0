using System.Net.Sockets;
using CapacityBoard.Messages.Channels;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace CapacityBoard.Messages.Sending;

/// <summary>Gives e-mails to the mail server.</summary>
internal sealed class EmailSender(IOptions<MessageOptions> options) : IChannelSender
{
    public ChannelKind Kind => ChannelKind.Email;

    public bool IsOn => options.Value.SendsEmail;

    public async Task<SendResult> Send(Channel channel, ComposedMessage message, CancellationToken token)
    {
        using var mail = EmailText.Of(message, MailboxAddress.Parse(options.Value.Smtp.From!), channel.Address, new Uri(options.Value.Url!).Host);
        using var client = new SmtpClient { Timeout = (int)options.Value.LongestAnswer.TotalMilliseconds };
        var given = new Given();
        try
        {
            await Connect(client, token);
            await client.SendAsync(mail, token, given);
            await Leave(client);
            return SendResult.Sent;
        }
        catch (SmtpCommandException refused)
        {
            return new(IsForGood(refused) ? SendStatus.Refused : SendStatus.Later, $"The mail server answered: {refused.Message.TrimEnd('.')}.");
        }
        catch (Exception failure) when (failure is SmtpProtocolException or ServiceNotConnectedException or ServiceNotAuthenticatedException or AuthenticationException or SslHandshakeException or IOException or SocketException or TimeoutException or NotSupportedException)
        {
            return new(given.IsWhole ? SendStatus.Unclear : SendStatus.Away, $"The mail server cannot be reached: {failure.Message.Split('\n')[0].Trim().TrimEnd('.')}.");
        }
    }

    private async Task Connect(SmtpClient client, CancellationToken token)
    {
        var smtp = options.Value.Smtp;
        await client.ConnectAsync(
            smtp.Host!,
            smtp.Port,
            smtp.Security switch { SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect, SmtpSecurity.StartTls => SecureSocketOptions.StartTls, _ => SecureSocketOptions.None },
            token);
        if (smtp.User is { } user)
        {
            await client.AuthenticateAsync(user, smtp.Password ?? "", token);
        }
    }

    /// <summary>The message is taken by then, whatever becomes of the goodbye.</summary>
    private static async Task Leave(SmtpClient client)
    {
        try
        {
            await client.DisconnectAsync(quit: true);
        }
        catch (Exception failure) when (failure is IOException or SmtpProtocolException or SmtpCommandException or ServiceNotConnectedException)
        {
            // Nothing is lost.
        }
    }

    /// <summary>True if the address is at fault for good. A server that refuses this board's own address or is full may take it later.</summary>
    private static bool IsForGood(SmtpCommandException refused) => refused.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)refused.StatusCode >= 500;

    /// <summary>Whether the mail server has the whole e-mail. If it has and does not answer, it may have taken it.</summary>
    private sealed class Given : ITransferProgress
    {
        public bool IsWhole { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => IsWhole = bytesTransferred >= totalSize;

        public void Report(long bytesTransferred) => IsWhole = true;
    }
}
