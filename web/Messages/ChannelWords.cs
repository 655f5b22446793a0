using CapacityBoard.Messages.Channels;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Messages;

internal static class ChannelWords
{
    public static string Of(ChannelKind kind) => kind switch { ChannelKind.Email => "E-mail", ChannelKind.Push => "Notification", _ => "Text" };

    public static string Of(MessageGroup group) => group switch
    {
        MessageGroup.Asked => "Somebody asks something, or has answered",
        MessageGroup.Due => "Something is due or about to run out",
        _ => "What can wait, once a day",
    };

    /// <summary>The address, or what kind of device it is.</summary>
    public static string Name(Channel channel) => channel.Kind switch
    {
        ChannelKind.Push => $"the device added on {Ui.AdminTimes.Day(channel.Added)}",
        ChannelKind.Text => $"0{channel.Address[3..]}",
        _ => channel.Address,
    };

    public static string Fate(Message message, DateTimeOffset now) => message.Fate switch
    {
        MessageFate.Sent when message.Opened is { } opened => $"Sent {QuickTimes.Of(message.Begun, now)}, opened {QuickTimes.Of(opened, now)}",
        MessageFate.Sent => $"Sent {QuickTimes.Of(message.Begun, now)}",
        MessageFate.Refused => $"Not delivered {QuickTimes.Of(message.Begun, now)}: {message.Problem}",
        MessageFate.Unclear => $"Perhaps sent {QuickTimes.Of(message.Begun, now)}",
        _ => $"Being sent since {QuickTimes.Of(message.Begun, now)}",
    };

    public static IReadOnlyList<Option> FromHours { get; } = [.. Enumerable.Range(0, 24).Select(hour => new Option($"{hour}", $"{hour:00}:00"))];

    public static IReadOnlyList<Option> ToHours { get; } = [.. Enumerable.Range(1, 24).Select(hour => new Option($"{hour}", hour == 24 ? "midnight" : $"{hour:00}:00"))];
}
