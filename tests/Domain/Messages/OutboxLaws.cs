using System.Collections.Immutable;
using CapacityBoard.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CapacityBoard.Messages;

/// <summary>What holds of an outbox whatever its provider does, whenever its senders stop and however the time goes.</summary>
public sealed class OutboxLaws
{
    private static readonly DateTimeOffset Start = GivenSite.Start;

    private static Arbitrary<Step[]> Steps { get; } = Arb.From(
        Gen.Choose(0, 99).Select(dice => dice switch { < 30 => Step.New, < 65 => Step.Sent, < 75 => Step.Away, < 82 => Step.StopsAfterSending, < 90 => Step.StopsBeforeSending, < 95 => Step.Minute, _ => Step.Hour }).ArrayOf(60));

    [Fact]
    public void GivenAnySteps_ThenEachItemArrivesInOrderAndMoreOftenOnlyWhereASenderStopped() => Law.HoldsForAll(Steps, steps =>
    {
        var run = new Run();
        Array.ForEach(steps, run.Do);
        run.Finish();

        foreach (var item in run.Due)
        {
            var arrivals = run.Arrived.Count(message => message.Items.Contains(item));
            arrivals.ShouldBeGreaterThan(0);
            arrivals.ShouldBeLessThanOrEqualTo(1 + run.Arrived.Count(message => message.Items.Contains(item) && run.Unnoted.Contains(message.Id)));
        }

        run.Arrived.SelectMany(message => message.Items).Distinct().ShouldBe(run.Due);
        run.Arrived.Where(message => run.Unnoted.Any(unnoted => run.Arrived.Any(each => each.Id == unnoted && each.Begun < message.Begun && each.Items.Intersect(message.Items).Any()))).ShouldAllBe(message => message.MayRepeat);
    });

    [Fact]
    public void GivenAnySteps_ThenNoHourHasMoreThanSixMessages() => Law.HoldsForAll(Steps, steps =>
    {
        var run = new Run();
        Array.ForEach(steps, run.Do);

        foreach (var message in run.Arrived)
        {
            run.Arrived.Count(each => each.Begun > message.Begun - TimeSpan.FromHours(1) && each.Begun <= message.Begun).ShouldBeLessThanOrEqualTo(OutboxDecisions.MostInAnHour);
        }
    });

    private enum Step
    {
        New,
        Sent,
        Away,
        StopsAfterSending,
        StopsBeforeSending,
        Minute,
        Hour,
    }

    private sealed class Run
    {
        private Outbox _outbox = Outbox.Empty;
        private DateTimeOffset _now = Start;
        private int _turns;

        public List<MessageItem> Due { get; } = [];

        public List<Message> Arrived { get; } = [];

        public HashSet<string> Unnoted { get; } = [];

        public void Do(Step step)
        {
            switch (step)
            {
                case Step.New:
                    Due.Add(new($"m-{Due.Count}", MessageStage.First));
                    break;
                case Step.Minute:
                    _now += TimeSpan.FromMinutes(1);
                    break;
                case Step.Hour:
                    _now += TimeSpan.FromHours(1);
                    break;
                default:
                    Send(step);
                    break;
            }
        }

        /// <summary>From now on everything is well.</summary>
        public void Finish()
        {
            for (var turn = 0; turn < 20; turn++)
            {
                _now += OutboxDecisions.LongestDelay;
                Send(Step.Sent);
            }
        }

        private void Send(Step how)
        {
            (_outbox, var turn) = OutboxDecisions.Begin(_outbox, new($"message-{_turns++}", "mail", [.. Due]), _now);
            if (turn.Message is not { } message)
            {
                return;
            }

            if (how is Step.Sent or Step.StopsAfterSending)
            {
                Arrived.Add(message);
            }

            if (how is Step.StopsAfterSending)
            {
                Unnoted.Add(message.Id);
            }

            if (how is Step.Sent or Step.Away)
            {
                _outbox = OutboxDecisions.Note(_outbox, message.Id, how == Step.Sent ? SendResult.Sent : new(SendStatus.Away), _now);
            }
        }
    }
}
