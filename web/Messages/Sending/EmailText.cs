using System.Net;
using MimeKit;

namespace CapacityBoard.Messages.Sending;

/// <summary>An e-mail as text and as HTML, both saying the same.</summary>
internal static class EmailText
{
    private const string Font = "font-family:Arial,sans-serif;color:#212b32;";
    private const string Button = "display:inline-block;padding:10px 16px;margin:0 8px 8px 0;background:#007f3b;color:#ffffff;text-decoration:none;font-weight:bold;border-radius:4px;";
    private const string Link = "display:inline-block;padding:10px 0;margin:0 16px 8px 0;color:#005eb8;";

    /// <param name="host">The board's own, for the e-mail's ID.</param>
    public static MimeMessage Of(ComposedMessage message, MailboxAddress from, string to, string host)
    {
        var mail = new MimeMessage { Subject = message.Subject, MessageId = $"{message.Id}@{host}" };
        mail.From.Add(from);
        mail.To.Add(MailboxAddress.Parse(to));
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        mail.Headers.Add("List-Unsubscribe", $"<{message.Stop}>");
        mail.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        mail.Body = new BodyBuilder { TextBody = Text(message), HtmlBody = Html(message) }.ToMessageBody();
        return mail;
    }

    private static string Text(ComposedMessage message) =>
        $"""
        {(message.MayRepeat ? $"{Repeated}\n\n" : "")}{string.Concat(message.Lines.Select(Text))}{message.Why}{NoSignIn}
        Choose what you are sent: {message.Settings}
        Stop these e-mails: {message.Stop}

        """;

    private static string Text(ComposedLine line) =>
        $"""
        {line.Words}
        Open: {line.Url}
        {(line.Act is { } act ? $"{act.Label}: {act.Url}\n" : "")}

        """;

    private static string Html(ComposedMessage message) =>
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{Escape(message.Subject)}</title></head>
        <body style="margin:0;background:#f0f4f5;">
        <div style="max-width:560px;margin:0 auto;padding:16px;background:#ffffff;{Font}font-size:18px;line-height:1.4;">
        {(message.MayRepeat ? $"<p style=\"margin:0 0 16px;\">{Repeated}</p>" : "")}
        {string.Concat(message.Lines.Select(Html))}
        <p style="margin:0;padding:16px 0 0;border-top:1px solid #d8dde0;font-size:16px;">{Escape(message.Why)}{NoSignIn}<br>
        <a href="{Escape(message.Settings)}" style="color:#005eb8;">Choose what you are sent</a><br><a href="{Escape(message.Stop)}" style="color:#005eb8;">Stop these e-mails</a></p>
        </div>
        </body>
        </html>
        """;

    private static string Html(ComposedLine line) =>
        $"""
        <div style="margin:0 0 24px;"><p style="margin:0 0 8px;font-weight:bold;">{Escape(line.Words)}</p>
        <a href="{Escape(line.Url)}" style="{Button}">Open</a>{(line.Act is { } act ? $"<a href=\"{Escape(act.Url)}\" style=\"{Link}\">{Escape(act.Label)}</a>" : "")}</div>

        """;

    private const string NoSignIn = " Links do not sign you in.";

    private const string Repeated = "You may have had this message already.";

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
