using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Stories;

/// <summary>A person who is admitted to one ward, moved to another, and has a bed held from each.</summary>
public sealed class StoryReachTests
{
    private static readonly SiteKey A1 = SiteKey.OfWard("stockport", "stepping-hill", "a1");
    private static readonly SiteKey B2 = SiteKey.OfWard("stockport", "stepping-hill", "b2");
    private static readonly SiteKey C3 = SiteKey.OfWard("stockport", "stepping-hill", "c3");
    private static readonly SiteKey Home = SiteKey.Of("stockport", "the-limes");
    private static readonly SiteKey OtherHome = SiteKey.Of("stockport", "the-oaks");
    private static readonly DateTimeOffset Now = GivenSite.Start;
    private static readonly Stay Person = new("SH1", "4", BedType.Inpatient, AgeBand.From85, Now, Now, "stockport");

    private static readonly SiteEvent[] Happened =
    [
        new StayAdmitted(Person),
        new HoldPlaced("h1", BedType.GeneralNursing, Now.AddDays(1), "SH1", From: A1),
        new TransferBegun("SH1", B2, "7", "t"),
        new TransferAccepted(Person with { Bed = "7" }, A1),
        new TransferCompleted("SH1", BedType.Inpatient, B2),
        new BedChanged("SH1", "8"),
        new HoldPlaced("h2", BedType.GeneralNursing, Now.AddDays(1), "SH1", From: B2),
        new HoldAccepted("h1"),
        new HoldAccepted("h2"),
    ];

    private static readonly SiteKey[] Where = [A1, Home, A1, B2, A1, B2, OtherHome, Home, OtherHome];

    [Fact]
    public void GivenWhoSeesTheWardThatThePersonCameTo_ThenAllIsTold() => Told(B2).ShouldBe(Enumerable.Range(0, Happened.Length));

    [Fact]
    public void GivenWhoSeesTheWardThatThePersonLeft_ThenNothingIsToldOfTheOtherAndItsHolds() => Told(A1).ShouldBe([0, 1, 2, 4, 7]);

    [Fact]
    public void GivenThePersonIsMovedBack_ThenTheOneWardIsToldAllAndTheOtherNothingMore()
    {
        SiteEvent[] back = [new TransferAccepted(Person, B2), new BedChanged("SH1", "5")];

        Told(A1, back).ShouldBe(Enumerable.Range(0, Happened.Length + 2));
        Told(B2, back).ShouldBe(Enumerable.Range(0, Happened.Length));
    }

    [Fact]
    public void GivenWhoSeesAHome_ThenItsOwnHoldIsTold() => Told(OtherHome).ShouldBe([6, 8]);

    [Fact]
    public void GivenWhoSeesAnotherWard_ThenNothingIsTold() => Told(C3).ShouldBeEmpty();

    /// <summary>Which of what happened is told to who sees the people of one site.</summary>
    /// <param name="more">What happened after it, on the first ward.</param>
    private static IEnumerable<int> Told(SiteKey site, params SiteEvent[] more)
    {
        JournalEntry[] entries = [.. Happened.Concat(more).Select((happened, index) =>
            new JournalEntry(index + 1, Where.ElementAtOrDefault(index) ?? A1, index + 1, Now, "someone", $"{index}", happened))];
        return StoryReach.Of(entries, each => each == site).Select(entry => (int)entry.Position - 1);
    }
}
