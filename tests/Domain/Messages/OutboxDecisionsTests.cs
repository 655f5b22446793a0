using System.Collections.Immutable;
using CapacityBoard.Support;

namespace CapacityBoard.Messages;

/// <summary>What an outbox gives out to be sent, and when.</summary>
public sealed class OutboxDecisionsTests
{
    private const string Mail = "mail";

    private static readonly DateTimeOffset Start = GivenSite.Start;
    private static readonly MessageItem Enquiry = new("answer-enquiry|stockport/fernlea|e-1", MessageStage.First);

    private Outbox _outbox = Outbox.Empty;
    private DateTimeOffset _now = Start;
    private int _next;

    [Fact]
    public void GivenSomethingDue_ThenItIsGivenOutOnceAndNotAgainOnceItIsSent()
    {
        var message = Begin(Enquiry).Message!;
        message.Items.ShouldBe([Enquiry]);

        Begin(Enquiry).ShouldBe(new(null, Start + OutboxDecisions.LongestTurn));
        Note(message, SendResult.Sent);

        Begin(Enquiry).ShouldBe(new(null, null));
    }

    [Fact]
    public void GivenMatterThatWasTold_WhenItReachesALaterStage_ThenThatIsToldAndNoEarlierOne()
    {
        Note(Begin(Enquiry with { Stage = MessageStage.Reminder }).Message!, SendResult.Sent);

        Begin(Enquiry).Message.ShouldBeNull();
        Begin(Enquiry with { Stage = MessageStage.SecondContact }).Message!.Items.ShouldHaveSingleItem();
    }

    [Fact]
    public void GivenSeveralThingsDue_ThenTheyAreOneMessageInTheirOrder() =>
        Begin(Enquiry, new("b", MessageStage.First), new("a", MessageStage.First)).Message!.Items.Select(item => item.Matter).ShouldBe([Enquiry.Matter, "b", "a"]);

    [Fact]
    public void GivenProviderThatIsAway_ThenItIsTriedAfterSecondsAtFirstAndThenUpToHalfAnHour()
    {
        var waits = Enumerable.Range(0, 11).Select(_ =>
        {
            Note(Begin(Enquiry).Message!, new(SendStatus.Away, "Nobody is there."));
            var until = Begin(Enquiry).NotBefore!.Value;
            var wait = until - _now;
            _now = until;
            return wait.TotalSeconds;
        }).ToList();

        waits.ShouldBe([5, 10, 20, 40, 80, 160, 320, 640, 1280, 1800, 1800]);
        _outbox.Messages.ShouldBeEmpty();
        _outbox.Delays.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            delay => delay.Since.ShouldBe(Start), delay => delay.Attempts.ShouldBe(11), delay => delay.Problem.ShouldBe("Nobody is there."));

        Note(Begin(Enquiry).Message!, SendResult.Sent);
        _outbox.Delays.ShouldBeEmpty();
    }

    [Fact]
    public void GivenProviderThatAsksForPatience_ThenItIsGivenThat()
    {
        Note(Begin(Enquiry).Message!, new(SendStatus.Later, "Too many.", TimeSpan.FromMinutes(10)));

        Begin(Enquiry).NotBefore.ShouldBe(Start.AddMinutes(10));
    }

    [Fact]
    public void GivenTurnWhoseEndNobodyNoted_WhenItsTimeIsOver_ThenItIsGivenAgainAndMarked()
    {
        Begin(Enquiry).Message!.MayRepeat.ShouldBeFalse();
        _now += OutboxDecisions.LongestTurn;

        Begin(Enquiry).Message!.MayRepeat.ShouldBeTrue();
        _outbox.Messages[0].Fate.ShouldBe(MessageFate.Unclear);
    }

    [Fact]
    public void GivenTurnThatWasTakenForLost_WhenItsEndIsNotedAllTheSame_ThenItCounts()
    {
        var slow = Begin(Enquiry).Message!;
        _now += OutboxDecisions.LongestTurn;
        var again = Begin(Enquiry).Message!;
        Note(slow, SendResult.Sent);
        Note(again, new(SendStatus.Away));

        _now += TimeSpan.FromHours(1);
        Begin(Enquiry).Message.ShouldBeNull();
    }

    [Fact]
    public void GivenSixMessagesInAnHour_ThenWhatComesThenWaitsAndIsJoined()
    {
        for (var message = 0; message < OutboxDecisions.MostInAnHour; message++)
        {
            Note(Begin(new MessageItem($"m-{message}", MessageStage.First)).Message!, SendResult.Sent);
            _now += TimeSpan.FromMinutes(5);
        }

        Begin(new MessageItem("x", MessageStage.First)).ShouldBe(new(null, Start.AddHours(1)));
        _now = Start.AddHours(1);
        Begin(new("x", MessageStage.First), new("y", MessageStage.First)).Message!.Items.Length.ShouldBe(2);
    }

    [Fact]
    public void GivenAddressThatIsRefused_ThenNothingMoreIsGivenForIt()
    {
        Note(Begin(Enquiry).Message!, new(SendStatus.Refused, "No such user."));

        Begin(Enquiry).ShouldBe(new(null, null));
        _outbox.Messages.ShouldHaveSingleItem().Problem.ShouldBe("No such user.");
    }

    [Fact]
    public void GivenClockThatGoesBack_ThenNothingWaitsForItToComeRight()
    {
        for (var message = 0; message < OutboxDecisions.MostInAnHour; message++)
        {
            Note(Begin(new MessageItem($"m-{message}", MessageStage.First)).Message!, SendResult.Sent);
        }

        Begin(Enquiry).Message.ShouldBeNull();
        _now -= TimeSpan.FromDays(1);
        var early = Begin(Enquiry).Message.ShouldNotBeNull();
        Note(early, new(SendStatus.Away));
        _now -= TimeSpan.FromDays(1);
        Begin(Enquiry).Message.ShouldNotBeNull();
        _now -= TimeSpan.FromDays(1);
        Begin(Enquiry).Message!.MayRepeat.ShouldBeTrue();
    }

    [Fact]
    public void GivenLink_WhenItIsUsed_ThenOnceForEachMatter()
    {
        var message = Begin(Enquiry, new("b", MessageStage.First)).Message!;

        Use(message.Id, Enquiry.Matter).ShouldBeTrue();
        Use(message.Id, Enquiry.Matter).ShouldBeFalse();
        Use(message.Id, "b").ShouldBeTrue();
        Use("another", "b").ShouldBeFalse();
        _outbox.Messages[0].Opened.ShouldBe(Start);
    }

    [Fact]
    public void GivenOldMessages_ThenTheyAreForgottenOnceNothingInThemIsDue()
    {
        Note(Begin(Enquiry).Message!, SendResult.Sent);
        Note(Begin(Enquiry, new("settled", MessageStage.First)).Message!, SendResult.Sent);
        _now += TimeSpan.FromDays(15);

        Begin(Enquiry).Message.ShouldBeNull();
        _outbox.Messages.ShouldHaveSingleItem().Items.ShouldBe([Enquiry]);
    }

    private SendTurn Begin(params ImmutableArray<MessageItem> due)
    {
        (_outbox, var turn) = OutboxDecisions.Begin(_outbox, new($"message-{_next++}", Mail, due), _now);
        return turn;
    }

    private void Note(Message message, SendResult result) => _outbox = OutboxDecisions.Note(_outbox, message.Id, result, _now);

    private bool Use(string message, string matter)
    {
        (_outbox, var isFirst) = OutboxDecisions.Use(_outbox, message, matter, _now);
        return isFirst;
    }
}
