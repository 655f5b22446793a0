using CapacityBoard.Interop.Hl7;
using CapacityBoard.Journal;
using CapacityBoard.Telemetry;

namespace CapacityBoard.Feeds;

/// <summary>Takes a hospital's message and answers with its acknowledgement, the same for every way by which messages come.</summary>
internal sealed partial class FeedReceiver(KnownFeeds feeds, AdtReader reader, BoardMetrics metrics, TimeProvider clock, ILogger<FeedReceiver> log)
{
    /// <summary>Codes of table 0357.</summary>
    private const string UnsupportedType = "200";
    private const string UnsupportedEvent = "201";
    private const string UnknownKey = "204";
    private const string NotNow = "207";

    /// <param name="hospital">The hospital that sends; null to find it by MSH-3 and MSH-4.</param>
    public async Task<ReadOnlyMemory<byte>> Receive(ReadOnlyMemory<byte> bytes, string? hospital, CancellationToken token)
    {
        if (!Hl7Message.TryRead(bytes, out var message, out var problem))
        {
            metrics.FeedMessage(AcknowledgementCode.AR.ToString());
            return Hl7Acknowledgement.OfUnreadable(problem, clock.GetUtcNow());
        }

        var answer = await Answer(message, hospital, token);
        metrics.FeedMessage(answer.Code.ToString());
        return answer.Write(message, clock.GetUtcNow());
    }

    private async Task<Hl7Acknowledgement> Answer(Hl7Message message, string? hospital, CancellationToken token)
    {
        if (!AdtReader.IsAdt(message))
        {
            return new(AcknowledgementCode.AR, UnsupportedType, "This board takes ADT messages only.");
        }

        if (!AdtEvents.IsKnown(message.Event))
        {
            return new(AcknowledgementCode.AR, UnsupportedEvent, "MSH-9 has no ADT event that this board knows.");
        }

        try
        {
            return (hospital ?? await feeds.Find(message.SendingApplication, message.SendingFacility, token)) is { } found
                ? Of(await feeds.Of(found).Receive(reader.Read(message)))
                : new(AcknowledgementCode.AR, UnknownKey, "No hospital on this board has a feed with that sending application and facility.");
        }
        catch (Exception failure) when (failure is JournalUnavailableException or TimeoutException or OrleansException)
        {
            LogFailed(failure);
            return new(AcknowledgementCode.AR, NotNow, "The message cannot be kept at the moment. Send it again.");
        }
    }

    private static Hl7Acknowledgement Of(FeedAnswer answer) => answer.Verdict switch
    {
        FeedVerdict.Applied => new(AcknowledgementCode.AA),
        FeedVerdict.Unused => new(AcknowledgementCode.AA, Text: answer.Why),
        FeedVerdict.Waits => new(AcknowledgementCode.AE, UnknownKey, $"Kept; do not send again. {answer.Why}"),
        _ => new(AcknowledgementCode.AR, UnknownKey, answer.Why),
    };

    [LoggerMessage(LogLevel.Warning, "A hospital's message could not be kept")]
    private partial void LogFailed(Exception exception);
}
