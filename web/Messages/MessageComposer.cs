using CapacityBoard.Messages.Channels;
using CapacityBoard.Messages.Links;
using CapacityBoard.Ui;
using CapacityBoard.Work;

namespace CapacityBoard.Messages;

/// <summary>Writes a message from what waits for its recipient at this moment.</summary>
internal sealed class MessageComposer(MessageLinks links)
{
    /// <summary>More would not be read.</summary>
    private const int MostLines = 25;

    /// <param name="matters">All that waits for the recipient now; the message's own matters are among them.</param>
    public ComposedMessage Compose(Channel channel, Message message, IReadOnlyList<Matter> matters, DateTimeOffset now)
    {
        var lines = message.Items.SelectMany(item => Lines(channel, message, item, matters, now)).ToList();
        var settings = channel.Recipient.Place is { } place ? Paths.OfMessages(place) : "/account/messages";
        return new(
            message.Id,
            lines is [var only] ? only.Words : Subject(message, matters),
            lines is [var one] ? one.Url : links.Page("/work"),
            [.. lines.Take(MostLines), .. lines.Count > MostLines ? [new ComposedLine($"And {lines.Count - MostLines} more", links.Page("/work"))] : Array.Empty<ComposedLine>()],
            message.MayRepeat,
            matters.Count,
            links.Page(settings),
            links.Stop(channel));
    }

    private IEnumerable<ComposedLine> Lines(Channel channel, Message message, MessageItem item, IReadOnlyList<Matter> matters, DateTimeOffset now)
    {
        if (DueItems.IsDaily(item))
        {
            return matters.Where(matter => matter.Kind.GroupOf() == MessageGroup.Daily)
                .GroupBy(matter => (matter.Kind, matter.Where))
                .Select(group => new ComposedLine($"{group.Key.Where}: {MessageWords.Of(group.Key.Kind)}{(group.Count() > 1 ? $" ({group.Count()})" : "")}", links.Page("/work")));
        }

        return matters.Where(matter => matter.Occasion == item.Matter)
            .Select(matter => new ComposedLine(MessageWords.Line(matter, item.Stage, now), links.Page(PathOf(matter)), ActOf(channel, message, matter)));
    }

    /// <summary>The page of the place; for a matter whose address names a person, the list of what waits.</summary>
    private static string PathOf(Matter matter) => matter.Path.StartsWith(Paths.OfSite(matter.Site), StringComparison.Ordinal) && !matter.Path.Contains('?', StringComparison.Ordinal) ? matter.Path : "/work";

    private (string Label, string Url)? ActOf(Channel channel, Message message, Matter matter) =>
        channel.Kind == ChannelKind.Email && LinkAct.Of(matter) is { } act ? (act.Label, links.Do(channel, message, matter)) : null;

    private static string Subject(Message message, IReadOnlyList<Matter> matters)
    {
        var about = message.Items.Select(item => item.Matter).ToHashSet();
        var places = matters.Where(matter => about.Contains(matter.Occasion)).Select(matter => matter.Where).Distinct().ToList();
        return $"{(places is [var place] ? $"{place}: " : "")}{MessageWords.Waiting(message.Items.Length)}";
    }
}
