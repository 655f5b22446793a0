namespace CapacityBoard.Messages;

/// <summary>How this board sends messages. Bound from the configuration section <see cref="Section"/>. What is not set is not sent.</summary>
internal sealed class MessageOptions
{
    public const string Section = "Messages";

    /// <summary>The address at which people open the board, for links: <c>https://board.example.nhs.uk</c>. Without it nothing is sent.</summary>
    public string? Url { get; set; }

    /// <summary>How long a provider may take for each answer.</summary>
    public TimeSpan LongestAnswer { get; set; } = TimeSpan.FromSeconds(20);

    public SmtpOptions Smtp { get; set; } = new();

    public TextOptions Texts { get; set; } = new();

    public PushOptions Push { get; set; } = new();

    public bool SendsEmail => Url is not null && Smtp.Host is not null;

    public bool SendsTexts => Url is not null && Texts.Url is not null;

    public bool SendsPush => Url is not null && Push.Contact is not null;

    public bool SendsAnything => SendsEmail || SendsTexts || SendsPush;

    public static void Add(IServiceCollection services) => services.AddOptions<MessageOptions>()
        .BindConfiguration(Section)
        .Validate(each => each.Url is null || IsUrl(each.Url), $"{Section}:{nameof(Url)} is not an address. Write it as https://board.example.nhs.uk.")
        .Validate(each => each.LongestAnswer >= TimeSpan.FromSeconds(1) && each.LongestAnswer <= OutboxDecisions.LongestTurn / 2, $"{Section}:{nameof(LongestAnswer)} must be from 00:00:01 to {OutboxDecisions.LongestTurn / 2}, written as hh:mm:ss.")
        .Validate(each => each.Smtp.Host is null || each.Smtp.From is not null, $"{Section}:Smtp:{nameof(SmtpOptions.From)} is empty. Set the address that e-mails come from.")
        .Validate(each => each.Smtp.From is null || MimeKit.MailboxAddress.TryParse(each.Smtp.From, out _), $"{Section}:Smtp:{nameof(SmtpOptions.From)} is not an e-mail address.")
        .Validate(
            each => each.Smtp is not { Host: { } host, Security: SmtpSecurity.None } || IsLoopback(host),
            $"{Section}:Smtp:{nameof(SmtpOptions.Security)} can be None only for a mail server on this machine. Use StartTls or Tls.")
        .Validate(each => each.Texts.Url is null || (IsUrl(each.Texts.Url) && each.Texts.Secret is { Length: >= TextOptions.ShortestSecret }), $"{Section}:Texts needs a {nameof(TextOptions.Url)} and a {nameof(TextOptions.Secret)} of at least {TextOptions.ShortestSecret} characters.")
        .Validate(each => each.Push.Contact is null || each.Push.Contact.StartsWith("mailto:", StringComparison.Ordinal) || IsUrl(each.Push.Contact), $"{Section}:Push:{nameof(PushOptions.Contact)} must be mailto: and an address, or a page.")
        .ValidateOnStart();

    private static bool IsUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));

    private static bool IsLoopback(string host) => host == "localhost" || (System.Net.IPAddress.TryParse(host, out var address) && System.Net.IPAddress.IsLoopback(address));
}

/// <summary>The mail server that takes this board's e-mails.</summary>
internal sealed class SmtpOptions
{
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>The address that e-mails come from, with a name if you like: <c>Capacity board &lt;board@example.nhs.uk&gt;</c>.</summary>
    public string? From { get; set; }
}

internal enum SmtpSecurity
{
    /// <summary>The connection is encrypted before anything is sent, or nothing is.</summary>
    StartTls,

    /// <summary>The connection is encrypted from the start.</summary>
    Tls,

    /// <summary>Nothing is encrypted: only for a mail server on this machine.</summary>
    None,
}

/// <summary>The program that sends texts for this board.</summary>
internal sealed class TextOptions
{
    public const int ShortestSecret = 32;

    /// <summary>Each text is posted here as JSON.</summary>
    public string? Url { get; set; }

    /// <summary>What the posts are signed with.</summary>
    public string? Secret { get; set; }
}

/// <summary>Notifications to browsers.</summary>
internal sealed class PushOptions
{
    /// <summary>How push services reach whoever runs this board: <c>mailto:</c> and an address, or a page. Without it nothing is pushed.</summary>
    public string? Contact { get; set; }

    /// <summary>The push services that are called. A name that begins with a dot stands for all below it.</summary>
    public string[] Services { get; set; } = ["fcm.googleapis.com", ".push.services.mozilla.com", ".notify.windows.com", ".push.apple.com"];

    /// <summary>True if a device's address belongs to one of the services, so that nobody can make this board call something else.</summary>
    public bool Allows(Uri address) =>
        (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback)
        && Services.Any(service => service.StartsWith('.') ? address.Host.EndsWith(service, StringComparison.OrdinalIgnoreCase) : string.Equals(address.Host, service, StringComparison.OrdinalIgnoreCase));
}
