using System.Text.RegularExpressions;
using CapacityBoard.Messages.Channels;
using CapacityBoard.Ui.Forms;
using MimeKit;

namespace CapacityBoard.Messages;

/// <summary>An address as people type it, and as it is kept.</summary>
internal static partial class ChannelAddress
{
    private const int Longest = 254;

    public static string Read(SentForm form, ChannelKind kind)
    {
        var typed = form.Required("address", kind == ChannelKind.Text ? "Enter a mobile number." : "Enter an e-mail address.", Longest);
        if (typed.Length > 0 && form.IsValid && Of(kind, typed) is null)
        {
            form.AddProblem("address", kind == ChannelKind.Text ? "Enter a mobile number, such as 07700 900123." : "Enter an e-mail address, such as manager@example.co.uk.");
        }

        return Of(kind, typed) ?? typed;
    }

    /// <summary>Null if it cannot be one.</summary>
    public static string? Of(ChannelKind kind, string typed) => kind switch
    {
        ChannelKind.Text => Mobile().Match(NotInNumbers().Replace(typed, "")) is { Success: true } number ? $"+44{number.Groups["rest"].Value}" : null,
        ChannelKind.Email => MailboxAddress.TryParse(typed, out var mailbox) && mailbox.Address == typed && mailbox.Domain?.Contains('.', StringComparison.Ordinal) == true ? typed : null,
        _ => null,
    };

    [GeneratedRegex(@"^(\+44|0044|0)(?<rest>7[0-9]{9})\z")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"[\s()\-]")]
    private static partial Regex NotInNumbers();
}
