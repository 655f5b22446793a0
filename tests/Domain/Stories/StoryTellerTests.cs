using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Stories;

public sealed class StoryTellerTests
{
    private static readonly SiteKey A1 = SiteKey.OfWard("stockport", "stepping-hill", "a1");
    private static readonly SiteKey B2 = SiteKey.OfWard("stockport", "stepping-hill", "b2");
    private static readonly SiteKey Home = SiteKey.Of("stockport", "the-limes");
    private static readonly DateTimeOffset Now = GivenSite.Start;
    private static readonly Stay Person = new("SH1", "4", BedType.Inpatient, AgeBand.From85, Now, Now, "stockport");

    private readonly InMemoryJournal _journal = new();

    [Fact]
    public async Task GivenTransferAndHoldElsewhere_ThenOneStorySpansThemAndTheHomesAnswer()
    {
        await Happened(A1, new StayAdmitted(Person));
        await Happened(Home, new HoldPlaced("h1", BedType.GeneralNursing, Now.AddDays(1), "SH1", From: A1));
        await Happened(Home, new HoldPlaced("h2", BedType.GeneralNursing, Now.AddDays(1), "SH9", From: A1));
        await Happened(A1, new TransferBegun("SH1", B2, "7", "t"));
        await Happened(B2, new TransferAccepted(Person with { Bed = "7" }, A1));
        await Happened(A1, new TransferCompleted("SH1", BedType.Inpatient, B2));
        await Happened(Home, new HoldDeclined("h2", "Full"));
        await Happened(Home, new HoldAccepted("h1"));
        await Happened(B2, new StayDischarged("SH1", BedType.Inpatient, Destination.CareHome, Now, Home));

        (await Told(B2)).ShouldBe(
        [
            "Admitted to a1, bed 4. In hospital since today at 09:00. Lives in Stockport.",
            "General nursing bed held at the-limes until tomorrow at 09:00.",
            "Transfer to b2, bed 7, begun.",
            "Arrived on b2, bed 7, from a1.",
            "Left a1 for b2.",
            "the-limes accepted the person.",
            "Discharged today at 09:00: care home, the-limes.",
        ]);
        (await Told(A1)).ShouldBe(await Told(B2));
    }

    [Fact]
    public async Task GivenSameReferenceAtAnotherHospital_ThenItIsAnotherPerson()
    {
        await Happened(A1, new StayAdmitted(Person));
        await Happened(SiteKey.OfWard("trafford", "wythenshawe", "f1"), new StayAdmitted(Person));
        await Happened(Home, new HoldPlaced("h1", BedType.GeneralNursing, Now.AddDays(1), "SH1", From: SiteKey.OfWard("trafford", "wythenshawe", "f1")));

        (await Told(A1)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task GivenMistakes_ThenToldAsSuch()
    {
        await Happened(A1, new StayAdmitted(Person));
        await Happened(A1, new MedicallyOptimisedDeclared("SH1", Now));
        await Happened(A1, new MedicallyOptimisedWithdrawn("SH1", "Fever"));
        await Happened(A1, new MedicallyOptimisedDeclared("SH1", Now));
        await Happened(A1, new MedicallyOptimisedCancelled("SH1", Now, "Wrong person"));
        await Happened(A1, new StayDischarged("SH1", BedType.Inpatient, Destination.Hospice, Now));
        await Happened(A1, new DischargeCancelled(Person, "Wrong person"));
        await Happened(A1, new AdmissionCancelled("SH1", BedType.Inpatient, "Recorded twice"));

        (await Lines(A1)).Reverse().Select(line => line.IsMistake).ShouldBe([true, false, false, true, false, true, false, false]);
        (await Told(A1))[^1].ShouldBe("The admission was a mistake and is not counted: Recorded twice");
    }

    [Fact]
    public async Task GivenChanges_ThenWhatWasBeforeIsToldToo()
    {
        await Happened(A1, new StayAdmitted(Person));
        await Happened(A1, new ExpectedDischargeSet("SH1", LocalDay.Of(Now).AddDays(1)));
        await Happened(A1, new ExpectedDischargeSet("SH1", LocalDay.Of(Now).AddDays(2), "No transport"));
        await Happened(A1, new StayCorrected("SH1", AgeBand.From75To84, Now, "Entered incorrectly", "trafford"));
        await Happened(A1, new BedChanged("SH1", "9"));

        (await Told(A1)).Skip(1).ShouldBe(
        [
            "Expected to leave tomorrow.",
            "Expected to leave Wednesday, was tomorrow: No transport",
            "Corrected: aged 75 to 84, lives in Trafford: Entered incorrectly",
            "Moved to bed 9, from bed 4.",
        ]);
    }

    private async Task<IReadOnlyList<StoryLine>> Lines(SiteKey at) => StoryTeller.Tell(
        await new StayStories(new SearchedJournal(_journal), _journal).Read(at, "SH1"), "SH1", site => site.Name, Now);

    private async Task<IReadOnlyList<string>> Told(SiteKey at) => [.. (await Lines(at)).Reverse().Select(line => line.Words)];

    private async Task Happened(SiteKey site, SiteEvent happened)
    {
        var version = (await _journal.ReadSite(site, 0)).Count;
        await _journal.Append(new(site, version, Now, "Somebody", $"operation-{version}", [happened]));
    }
}
