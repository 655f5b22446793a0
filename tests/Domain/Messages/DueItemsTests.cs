using System.Collections.Immutable;
using CapacityBoard.Messages.Channels;
using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Work;

namespace CapacityBoard.Messages;

/// <summary>What an address is to be told by now, from what waits for its owner.</summary>
public sealed class DueItemsTests
{
    private static readonly SiteKey Home = SiteKey.Parse("stockport/fernlea");
    private static readonly DateTimeOffset Nine = new(2026, 3, 4, 9, 0, 0, TimeSpan.Zero);
    private static readonly Matter Enquiry = Of(MatterKind.AnswerEnquiry, due: Nine.AddHours(10));
    private static readonly Channel First = new("first", Recipient.Of(Home), ChannelKind.Email, "a@example.org", null, 1, [.. Enum.GetValues<MessageGroup>()], 7, 21, Nine, IsVerified: true, null);
    private static readonly Channel Second = First with { Id = "second", Contact = Channel.SecondContact };

    [Theory]
    [InlineData(0, MessageStage.First)]
    [InlineData(4.99, MessageStage.First)]
    [InlineData(5, MessageStage.Reminder)]
    [InlineData(9, MessageStage.Reminder)]
    [InlineData(11, MessageStage.Reminder)]
    public void GivenEnquiry_ThenTheFirstContactIsToldAndRemindedAtHalfItsTime(double hours, MessageStage stage) =>
        Due(First, hours, Enquiry).ShouldBe([new(Enquiry.Occasion, stage)]);

    [Fact]
    public void GivenEnquiry_ThenTheSecondContactIsToldLater()
    {
        Due(Second, 6.49, Enquiry).ShouldBeEmpty();
        Due(Second, 6.5, Enquiry).ShouldBe([new(Enquiry.Occasion, MessageStage.SecondContact)]);
        Due(Second, 10, Of(MatterKind.ConfirmFigures, due: Nine)).ShouldBeEmpty();
    }

    [Fact]
    public void GivenNight_ThenNothingIsDueUntilTheMorning()
    {
        Due(First, 11.99, Enquiry).Count.ShouldBe(1);
        Due(First, 12, Enquiry).ShouldBeEmpty();
        Due(First, 21.99, Enquiry).ShouldBeEmpty();
        Due(First, 22, Enquiry).Count.ShouldBe(1);
    }

    [Fact]
    public void GivenSummer_ThenTheHoursAreThoseOfTheClock() =>
        DueItems.Of(First, [Enquiry], _ => new(), new(2026, 7, 1, 6, 30, 0, TimeSpan.Zero)).Count.ShouldBe(1);

    [Fact]
    public void GivenChosenGroups_ThenOnlyTheirMattersAreTold()
    {
        Due(First with { Groups = [MessageGroup.Due] }, 0, Enquiry).ShouldBeEmpty();
        Due(First with { Groups = [MessageGroup.Asked] }, 0, Enquiry).Count.ShouldBe(1);
        Due(First with { Groups = [] }, 0, Enquiry, Of(MatterKind.ReviewExpected)).ShouldBeEmpty();
    }

    [Fact]
    public void GivenWhatCanWait_ThenItIsOneItemADay()
    {
        Due(First, 0, Of(MatterKind.ReviewExpected), Of(MatterKind.DoAction)).ShouldBe([new("daily|2026-03-04", MessageStage.First)]);
        Due(First, 24, Of(MatterKind.ReviewExpected)).ShouldBe([new("daily|2026-03-05", MessageStage.First)]);
    }

    [Fact]
    public void GivenAddressThatIsNotConfirmedOrIsOff_ThenNothingIsDue()
    {
        Due(First with { IsVerified = false }, 0, Enquiry).ShouldBeEmpty();
        Due(First with { OffBecause = "Refused." }, 0, Enquiry).ShouldBeEmpty();
    }

    [Fact]
    public void GivenEachKind_ThenAMessageSaysWhatWaitsWithoutAnybodysReference()
    {
        foreach (var kind in Enum.GetValues<MatterKind>())
        {
            var line = MessageWords.Line(Of(kind, due: Nine.AddHours(1)), MessageStage.First, Nine);

            line.ShouldStartWith("Fernlea: ");
            line.ShouldNotContain("SH-1");
            line.ShouldNotContain("free text");
        }

        Enum.GetValues<MatterKind>().Select(MessageWords.Of).ShouldBeUnique();
    }

    [Theory]
    [InlineData(MatterKind.AnswerEnquiry, 8, "Fernlea: an enquiry needs your answer by 17:00 today")]
    [InlineData(MatterKind.AnswerEnquiry, 30, "Fernlea: an enquiry needs your answer by 15:00 tomorrow")]
    [InlineData(MatterKind.AnswerEnquiry, -1, "Fernlea: an enquiry needs your answer, overdue since 08:00 today")]
    [InlineData(MatterKind.ConfirmFigures, 1, "Fernlea: are your figures still right? They become stale at 10:00 today")]
    public void GivenTime_ThenItIsSaidAsPeopleSayIt(MatterKind kind, int hours, string words) =>
        MessageWords.Line(Of(kind, due: Nine.AddHours(hours)), MessageStage.First, Nine).ShouldBe(words);

    private static IReadOnlyList<MessageItem> Due(Channel channel, double hours, params IReadOnlyList<Matter> matters) =>
        DueItems.Of(channel, matters, _ => new ReminderPolicy(), Nine.AddHours(hours));

    private static Matter Of(MatterKind kind, DateTimeOffset? due = null) => new(kind, Home, "Fernlea", $"{kind}", "SH-1", "SH-1, with free text", "/stockport/sites/fernlea", Nine, due);
}
