using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support.Feeds;

namespace CapacityBoard.Feeds;

public sealed class FeedCallsTests
{
    private const string Admission = "A01 09:00 S1 A1^2^04";

    private readonly GivenFeed _given = new();

    [Fact]
    public async Task GivenNoFeed_WhenReceived_ThenNothingIsKept()
    {
        (await _given.Receive(Admission)).Verdict.ShouldBe(FeedVerdict.NotSetUp);
        _given.Calls.Read().Census.ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenFeed_WhenAdmitted_ThenInTheBedSinceThenByTheHospitalsSystem()
    {
        await _given.SetUp();
        (await _given.Receive("A01 14:00 S1 A1^2^04 occ=09:00 dob=1938-05-01 exp=+3")).ShouldBe(new(FeedVerdict.Applied));
        var ward = (await _given.ReadWards())["a1"];
        var stay = ward.Stays.All.Single();
        (stay.Bed, stay.Age, stay.ArrivedAt, stay.AdmittedAt, stay.ExpectedDischarge)
            .ShouldBe(("2-04", AgeBand.From85, At("09:00"), At("09:00"), FeedSequence.Day.AddDays(3)));
        ward.Capacity.Line(BedType.Inpatient)!.Changed.By.ShouldBe("Test PAS");
    }

    [Fact]
    public async Task GivenWardThatIsFullHeldAndSuspended_WhenAdmitted_ThenABedIsAddedUntilSomebodyLeaves()
    {
        await _given.SetUp();
        await _given.Do(FeedSequence.C3, new AdmitStay("X1", "1"));
        await _given.Do(FeedSequence.C3, new PlaceHold(BedType.Inpatient, "X2"));
        await _given.Do(FeedSequence.C3, new CloseBeds(BedType.Inpatient, 1, "Repair"));
        await _given.Do(FeedSequence.C3, new SuspendPlacements("Norovirus"));
        (await _given.Receive("A01 09:00 S1 C3^1^01")).Verdict.ShouldBe(FeedVerdict.Applied);
        await ShouldHave(total: 4, occupied: 2, extra: 1);
        await _given.Receive("A03 10:00 S1");
        await ShouldHave(total: 3, occupied: 1, extra: 0);

        async Task ShouldHave(int total, int occupied, int extra)
        {
            var line = (await _given.ReadWards())["c3"].Capacity.Line(BedType.Inpatient)!;
            (line.Total, line.Occupied, line.Closed, line.Extra).ShouldBe((total, occupied, 1, extra));
        }
    }

    [Fact]
    public async Task GivenBedHeldForThePerson_WhenAdmitted_ThenTheHoldIsUsed()
    {
        await _given.SetUp();
        await _given.Do(FeedSequence.C3, new PlaceHold(BedType.Inpatient, "S1"));
        await _given.Receive("A01 09:00 S1 C3^1^01");
        var capacity = (await _given.ReadWards())["c3"].Capacity;
        capacity.Holds.ShouldBeEmpty();
        capacity.Line(BedType.Inpatient)!.Extra.ShouldBe(0);
    }

    [Fact]
    public async Task GivenWardWithoutBeds_WhenAdmitted_ThenItHasOne()
    {
        await _given.SetUp();
        await _given.Do(FeedSequence.C3, new DeclareVacancies([new(BedType.Inpatient, 0, 0)]));
        await _given.Receive("A01 09:00 S1 C3^1^01");
        (await _given.ReadWards())["c3"].Capacity.Line(BedType.Inpatient)!.Total.ShouldBe(1);
    }

    [Fact]
    public async Task GivenLocationNobodyMapped_WhenMapped_ThenWhatWaitedIsApplied()
    {
        await _given.SetUp();
        var answer = await _given.Receive("A01 09:00 S1 ZZ^1^1");
        answer.ShouldBe(new(FeedVerdict.Waits, "The location ZZ^1^1 is not mapped to a ward."));
        await _given.Calls.SetUp(FeedSequence.Definition with { Locations = FeedSequence.Definition.Locations.Add(new("ZZ", FeedSequence.B2)) }, "Ida Smith");
        (await _given.ReadWards())["b2"].Stays.Find("S1")!.Bed.ShouldBe("1-1");
        _given.Calls.Read().Waiting.ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenWaitingMessage_WhenDismissed_ThenGoneFromTheListForGood()
    {
        await _given.SetUp();
        await _given.Receive("A01 09:00 S1 ZZ^1^1");
        await _given.Calls.Dismiss([_given.Calls.Read().Waiting.Single().Id], "Ida Smith");
        await _given.Lose();
        _given.Calls.Read().Waiting.ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenMovedOnTheBoardLater_WhenAnOlderMoveComes_ThenTheBoardStandsAndSaysSo()
    {
        await _given.SetUp();
        await _given.Receive(Admission);
        await Move();
        (await _given.Receive("A02 10:00 S1 C3^1^01")).Verdict.ShouldBe(FeedVerdict.Waits);
        (await _given.ReadWards())["b2"].Stays.Find("S1").ShouldNotBeNull();
        _given.Calls.Read().Obstacles["S1"].ShouldStartWith("The board has had the person on stockport/stepping-hill/b2 since");

        await _given.Calls.Follow(["S1"], "Ida Smith");
        (await _given.ReadWards())["c3"].Stays.Find("S1").ShouldNotBeNull();
        _given.Calls.Read().Obstacles.ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenMovedOnTheBoard_WhenALaterMoveComes_ThenTheHospitalsSystemStands()
    {
        await _given.SetUp();
        await _given.Receive(Admission);
        await Move();
        _given.Clock.Advance(TimeSpan.FromMinutes(30));
        await _given.Receive("A02 23:10 S1 C3^1^01");
        (await _given.ReadWards())["c3"].Stays.Find("S1").ShouldNotBeNull();
    }

    [Fact]
    public async Task GivenDischargedOnTheBoard_WhenTheHospitalStillHasThem_ThenTheLaterRecordStands()
    {
        await _given.SetUp();
        await _given.Receive(Admission);
        await _given.Do(FeedSequence.A1, new DischargeStay("S1", Destination.UsualResidence));
        (await _given.Receive("A08 12:00 S1 A1^2^04")).Why!.ShouldStartWith("The board has a discharge of");
        (await _given.ReadWards())["a1"].Stays.All.ShouldBeEmpty();
        _given.Clock.Advance(TimeSpan.FromMinutes(30));
        await _given.Receive("A08 23:10 S1 A1^2^04");
        (await _given.ReadWards())["a1"].Stays.All.Length.ShouldBe(1);
    }

    [Fact]
    public async Task GivenAgeAndHomeRecordedByAPerson_WhenTheMessagesSayTheSame_ThenTheyStand()
    {
        await _given.SetUp();
        await _given.Receive($"{Admission} dob=1938-05-01");
        await _given.Do(FeedSequence.A1, new CorrectStay("S1", "asked them", AgeBand.From75To84));
        await _given.Receive("A08 12:00 S1 A1^2^04 dob=1938-05-01");
        (await _given.ReadWards())["a1"].Stays.Find("S1")!.Age.ShouldBe(AgeBand.From75To84);
        await _given.Receive("A08 13:00 S1 A1^2^04 dob=1958-05-01");
        (await _given.ReadWards())["a1"].Stays.Find("S1")!.Age.ShouldBe(AgeBand.From65To74);
    }

    [Fact]
    public async Task GivenBedChangedOnTheBoard_WhenSomebodyElseMoves_ThenTheyStayThere()
    {
        await _given.SetUp();
        await _given.Receive(Admission);
        await _given.Receive("A01 09:30 S2 A1^2^05");
        await _given.Do(FeedSequence.A1, new ChangeBed("S1", "9-09"));
        await _given.Receive("A02 10:00 S2 A1^2^06");
        (await _given.ReadWards())["a1"].Stays.Find("S1")!.Bed.ShouldBe("9-09");
    }

    [Fact]
    public async Task GivenTypedByHandBefore_WhenTheFeedBegins_ThenWhatIsMissingIsFilledIn()
    {
        await _given.SetUp();
        await _given.Do(FeedSequence.A1, new AdmitStay("s1", "4"));
        await _given.Receive("A08 23:00 S1 A1^2^04 dob=1938-05-01 adm=09:00");
        var stay = (await _given.ReadWards())["a1"].Stays.All.Single();
        (stay.Reference, stay.Bed, stay.Age).ShouldBe(("s1", "2-04", AgeBand.From85));
    }

    [Fact]
    public async Task GivenAdmissionAndDischargeThatCameTooLate_ThenTheStayIsInHistory()
    {
        await _given.SetUp();
        await _given.Receive("A03 12:00 S1 A1^2^04 dest=54");
        await _given.Receive(Admission);
        var gone = (await _given.ReadWards())["a1"].Stays.Gone.Single();
        (gone.Stay.ArrivedAt, gone.At, gone.Destination).ShouldBe((At("09:00"), At("12:00"), Destination.CareHome));
    }

    [Fact]
    public async Task GivenStoredAndNotApplied_WhenAnotherActivationLooks_ThenApplied()
    {
        await _given.SetUp();
        await _given.Calls.Look();
        await _given.Receive(Admission);
        _given.Journal.FailsAfterNextAppend = true;
        await Should.ThrowAsync<Journal.JournalUnavailableException>(() => _given.Receive("A02 10:00 S1 B2^1^01"));
        await _given.Lose();
        await _given.Calls.Look();
        (await _given.ReadWards())["b2"].Stays.Find("S1").ShouldNotBeNull();
        (await _given.Receive("A02 10:00 S1 B2^1^01")).Verdict.ShouldBe(FeedVerdict.Applied);
    }

    [Fact]
    public async Task GivenList_WhenTaken_ThenWhoeverIsMissingComesAndWhoeverIsNotOnItLeaves()
    {
        await _given.SetUp();
        await _given.Receive(Admission);
        await _given.Receive("A01 09:30 S2 A1^2^05");
        var list = new InpatientList(At("20:00"), [new("S2", new("B2", "1", "01")), new("S3", new("C3", "1", "01"), At("18:00"))]);
        (await _given.Calls.TakeList(list, "Ida Smith")).ShouldBeNull();
        var wards = await _given.ReadWards();
        wards["a1"].Stays.All.ShouldBeEmpty();
        wards["b2"].Stays.All.Single().Reference.ShouldBe("S2");
        wards["c3"].Stays.All.Single().AdmittedAt.ShouldBe(At("18:00"));

        await _given.Receive("A01 20:30 S4 A1^2^04");
        (await _given.ReadWards())["a1"].Stays.All.Single().Reference.ShouldBe("S4");
    }

    [Fact]
    public async Task GivenListWithNobodyOrAnUnknownLocation_ThenRefused()
    {
        await _given.SetUp();
        (await _given.Calls.TakeList(new(At("20:00"), []), "Ida"))!.Message.ShouldContain("nobody on it");
        (await _given.Calls.TakeList(new(At("20:00"), [new("S1", new("ZZ"))]), "Ida"))!.Message.ShouldBe("Line 1: the location ZZ is not mapped to a ward.");
        (await _given.Calls.TakeList(new(FeedSequence.Evening.AddDays(-2), [new("S1", new("A1"))]), "Ida"))!.Message.ShouldContain("last 24 hours");
    }

    [Fact]
    public async Task GivenWrongRules_WhenSetUp_ThenRefusedWithTheRule()
    {
        await _given.SetUp();
        var definition = FeedSequence.Definition;
        (await _given.Calls.SetUp(definition with { Locations = [new("A1^1^1^F^X", null)] }, "Ida"))!.Message.ShouldContain("more than 4 parts");
        (await _given.Calls.SetUp(definition with { Locations = [new("A1", SiteKey.OfWard("stockport", "wythenshawe", "f7"))] }, "Ida"))!.Field.ShouldBe("locations[0]");
        (await _given.Calls.SetUp(definition with { Name = "" }, "Ida"))!.Field.ShouldBe("name");
        (await _given.Calls.SetUp(definition with { Classes = [] }, "Ida"))!.Field.ShouldBe("classes");
    }

    [Fact]
    public async Task GivenTimesThatCannotBe_ThenTheyWait()
    {
        await _given.SetUp();
        var message = FeedLine.Parse(Admission).Message();
        (await _given.Calls.Receive(message with { Recorded = null })).Why!.ShouldContain("EVN-2");
        (await _given.Calls.Receive(message with { Recorded = FeedSequence.Evening.AddHours(1) })).Why!.ShouldContain("ahead of the clock");
        (await _given.Calls.Receive(message with { Recorded = FeedSequence.Evening.AddDays(-32) })).Why!.ShouldContain("more than a month ago");
        (await _given.ReadWards())["a1"].Stays.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenPatientsOwnNumber_ThenItWaitsAndTheNumberIsNowhere()
    {
        await _given.SetUp();
        var message = FeedLine.Parse(Admission).Message();
        message = message with { Visits = [message.Visits[0] with { References = new(OfPatient: true) }] };
        (await _given.Calls.Receive(message)).Why!.ShouldStartWith("PV1-19 has a number of the patient.");
    }

    [Fact]
    public async Task GivenPeopleWhoLeftAMonthAgo_WhenLooked_ThenTheirMessagesAreForgotten()
    {
        await _given.SetUp();
        await _given.Receive(Admission);
        await _given.Receive("A03 12:00 S1");
        await _given.Receive("A01 09:30 S2 A1^2^05");
        _given.Clock.Advance(TimeSpan.FromDays(40));
        await _given.Calls.Receive(FeedLine.Parse("A08 10:00 S2 A1^2^05").Message() with { Recorded = _given.Clock.GetUtcNow() });
        await _given.Calls.Look();
        await _given.Lose();
        _given.Calls.Read().Census.Select(visit => visit.Reference).ShouldBe(["S2"]);
        (await _given.ReadWards())["a1"].Stays.All.Single().Reference.ShouldBe("S2");
    }

    private async Task Move() => (await new StayTransfer(_given.Sites).Begin(FeedSequence.A1, new(new BeginTransfer("S1", FeedSequence.B2, "7"), "by hand", "Beth Hughes"))).Refusal.ShouldBeNull();

    private static DateTimeOffset At(string time) => FeedLine.Parse($"A01 {time} S1").RecordedAt;
}
