using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.People;

/// <summary>One person has one bed, and counts once, whatever is sent.</summary>
public sealed class OnePersonOneBedTests(GivenPlaces given) : IClassFixture<GivenPlaces>
{
    [Fact]
    public async Task GivenPersonOnAWard_WhenAdmittedOnAnotherOrInOtherLetters_ThenRefusedWithWhereTheyAreAndCountedOnce()
    {
        var places = await given.New();
        await given.Say(places.Ward, new AdmitStay("SH1", "1"));

        (await given.Board.Say(SiteKind.Ward, places.OtherWard, new AdmitStay("SH1", "1"))).ThenRefused(409, "already-elsewhere", "stay")
            .Saying($"SH1 is already on {places.Ward}");
        (await given.Board.Say(SiteKind.Ward, places.Ward, new AdmitStay("sh1", "2"))).ThenRefused(409, "already-here", "stay");

        var board = (await given.Board.Get($"/api/localities/{places.Ward.Locality}/board")).ThenAccepted();
        var hospital = board.Json["totals"]!["hospitals"]![0]!;
        ((int)hospital["people"]!["stays"]!, (int)hospital["occupied"]!).ShouldBe((1, 1));
    }

    [Fact]
    public async Task GivenReferenceInOtherLetters_WhenChanged_ThenItIsTheSamePersonAsFirstWritten()
    {
        var places = await given.New();
        await given.Say(places.Ward, new AdmitStay("SH2", "1"));

        await given.Say(places.Ward, new DeclareMedicallyOptimised("sh2"));
        (await given.Board.Transfer(places.Ward, "Sh2", places.OtherWard, "4")).ThenAccepted();

        var stay = (await given.Read(places.OtherWard)).Stays.All.ShouldHaveSingleItem();
        (stay.Reference, stay.Optimised is not null).ShouldBe(("SH2", true));
    }

    [Fact]
    public async Task GivenHoldInOtherLetters_WhenAdmitted_ThenTheWardIsAskedToConfirm()
    {
        var places = await given.New();
        await given.Say(places.Ward, new AdmitStay("SH41029", "1"));
        var held = (await given.Board.Say(SiteKind.CareHome, places.Home, places.Hold("sh41029"), $"hold-{places.Home.Locality}")).ThenAccepted();
        held.Json["notice"].ShouldBeNull();

        await given.Say(places.Home, new AdmitOnHold($"hold-{places.Home.Locality}"));

        await given.Board.OnTheBoard(places.Home);
        var (ward, boards) = (await given.Read(places.Ward), given.Board.Services.GetRequiredService<Boards>());
        ReportedArrival.Of(ward.Stays.Find("SH41029")!, PlacesHeld.For(boards, ward, given.Clock.GetUtcNow())["SH41029"]).ShouldNotBeNull().Held.Place.ShouldBe(places.Home);
    }

    [Fact]
    public async Task GivenHoldForAReferenceWithoutName_ThenItSaysSo()
    {
        var places = await given.New();

        var held = (await given.Board.Say(SiteKind.CareHome, places.Home, places.Hold("SH99999"))).ThenAccepted();

        ((string?)held.Json["notice"]).ShouldBe($"No stay with the reference SH99999 was found at {places.Ward}. No ward will be asked to confirm that they left.");
    }

    [Fact]
    public async Task GivenJournalInWhichSomebodyIsOnTwoWards_ThenBothPagesSaySoUntilOneIsPutRight()
    {
        var places = await given.New();
        await given.Say(places.Ward, new AdmitStay("SH7", "1"));
        var (here, other) = ((await given.Read(places.Ward)).Stays.Find("SH7")!, await given.Read(places.OtherWard));
        // As the version before recorded it: a ward took somebody whom another kept.
        (await given.Board.Journal.Append(new(places.OtherWard, other.Version, other.LastAt, "Sister Brown", "twice", [new TransferAccepted(here with { Bed = "9" }, places.Ward)])))
            .Status.ShouldBe(Journal.AppendStatus.Appended);
        using var visitor = new Visitor(given.Board.Address);
        await given.Board.OnTheBoard(places.OtherWard);

        await Deadline.Until(async () => (await visitor.Visit(PathOf(places.Ward))).Text.Contains("SH7 is recorded here in bed 1 and on B2 in bed 9."), "the ward's page says it");
        (await visitor.Visit(PathOf(places.OtherWard))).Text.ShouldContain("SH7 is recorded here in bed 9 and on A1 in bed 1.");

        await given.Say(places.OtherWard, new CancelAdmission("SH7", "She is on A1"));
        await given.Say(places.Ward, new ChangeBed("SH7", "2"));
        await Deadline.Until(async () => !(await visitor.Visit(PathOf(places.Ward))).Text.Contains("is recorded here"), "the ward's page says it no more");
    }

    private static string PathOf(SiteKey ward) => $"/{ward.Locality}/sites/{ward.Hospital}/{ward.Name}";

    [Fact]
    public async Task GivenDischargedAndAdmittedAnewWithTheFirstDates_ThenTheirDaysCountOnce()
    {
        var places = await given.New();
        var now = given.Clock.GetUtcNow();
        foreach (var left in new int?[] { 5, null })
        {
            await given.Say(places.Ward, new AdmitStay("Z1", "1", AdmittedAt: now.AddDays(-20)));
            await given.Say(places.Ward, new DeclareMedicallyOptimised("Z1", now.AddDays(-10)));
            if (left is { } days)
            {
                await given.Say(places.Ward, new DischargeStay("Z1", Destination.CareHome, now.AddDays(-days)));
            }
        }

        await given.Board.OnTheBoard(places.Ward);
        var report = (await given.Board.Get($"/api/localities/{places.Ward.Locality}/reports/delayed-transfers")).ThenAccepted();
        report.Json["tables"]![0]!["rows"]!.AsArray().Max(row => (int)row!["delayed"]!).ShouldBe(1);
    }
}
