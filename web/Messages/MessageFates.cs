using CapacityBoard.Messages.Channels;
using CapacityBoard.Sites;
using CapacityBoard.Ui.Forms;
using CapacityBoard.Work;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Messages;

/// <summary>What became of the messages about what a place was asked, for whoever waits for its answer.</summary>
internal sealed class MessageFates(ChannelStore channels, IGrainFactory grains, IOptions<MessageOptions> options)
{
    /// <summary>Null if this board sends no messages.</summary>
    /// <param name="kind">What the place has to do.</param>
    /// <param name="subject">As the matter has it: the hold's or the enquiry's ID.</param>
    public async Task<string?> Of(SiteKey place, MatterKind kind, string subject, DateTimeOffset now, CancellationToken token)
    {
        if (!options.Value.SendsAnything)
        {
            return null;
        }

        var told = await channels.At(place, token);
        if (!told.Any(channel => channel.IsOn))
        {
            return "Nobody there gets messages: call them.";
        }

        var matter = Matter.IdOf(kind, place, subject);
        var outboxes = await Task.WhenAll(told.Select(channel => channel.Recipient.Key).Distinct().Select(key => grains.GetGrain<IOutboxGrain>(key).Read()));
        var about = outboxes.SelectMany(outbox => outbox.Messages).Where(message => message.Items.Any(item => Matter.IsOf(item.Matter, matter))).OrderBy(message => message.Begun).ToList();
        return Words(about, matter, outboxes.SelectMany(outbox => outbox.Delays).MinBy(delay => delay.Since), now);
    }

    private static string Words(List<Message> about, string matter, ChannelDelay? delay, DateTimeOffset now)
    {
        var parts = new List<string>();
        foreach (var stage in about.Where(message => message.Fate is MessageFate.Sent or MessageFate.Unclear).SelectMany(message => message.Items.Where(item => Matter.IsOf(item.Matter, matter)).Select(item => (item.Stage, message.Begun))).GroupBy(each => each.Stage))
        {
            parts.Add($"{stage.Key switch { MessageStage.First => "Told", MessageStage.Reminder => "Reminded", _ => "Second contact told" }} {QuickTimes.Of(stage.Min(each => each.Begun), now)}");
        }

        if (about.Where(message => message.Used.Any(used => Matter.IsOf(used, matter))).MinBy(message => message.Opened)?.Opened is { } opened)
        {
            parts.Add($"Seen {QuickTimes.Of(opened, now)}");
        }

        if (about.FindLast(message => message.Fate == MessageFate.Refused) is { } refused)
        {
            parts.Add($"Not delivered to one address: {refused.Problem?.TrimEnd('.')}");
        }

        if (parts.Count == 0)
        {
            parts.Add(delay is null ? "Not told yet" : $"Waiting since {QuickTimes.Of(delay.Since, now)}: {delay.Problem.TrimEnd('.')}");
        }

        return $"{string.Join(". ", parts)}.";
    }
}
