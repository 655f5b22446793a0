using CapacityBoard.Access;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using CapacityBoard.Support.Feeds;

namespace CapacityBoard.Feeds;

/// <summary>An administrator sets a feed up, and the hospital compares it with the board.</summary>
public sealed class FeedPagesTests(FeedBoard given) : IClassFixture<FeedBoard>
{
    [Fact]
    public async Task GivenHospital_WhenSetUpTriedAndMapped_ThenWhatWaitedIsOnTheBoard()
    {
        var hospital = await given.Hospital("set-up");
        using var administrator = new Visitor(given.Board.Address, name: "Grace", grants: [new(Role.Administrator, Scope.Parse("stockport"))]);
        var page = await administrator.Visit($"/admin/feed?hospital={hospital}");
        var wrong = await administrator.Send(page, "feed", ("name", ""), ("locations", "A1 = nowhere\nB2"));
        wrong.Text.ShouldContain("Enter the name of the hospital’s system");
        wrong.Text.ShouldContain("“nowhere” is no ward here");

        var saved = await administrator.Send(page, "feed", ("name", "Lorenzo"), ("facility", "set-up"), ("reference", "visit-number"), ("locations", "A1^*^* = Ward A1\nTHEATRE* = not here"));
        saved.Document.QuerySelector(".nhsuk-error-summary")?.TextContent.ShouldBeNull();
        saved.Text.ShouldContain("Feed saved.");
        (await given.Post(hospital, Hl7Dialect.All[4].Write(FeedLine.Parse("A01 09:00 S1 C3^1^01"), "set-up"))).ShouldContain("The location C3\\S\\1\\S\\01 is not mapped to a ward.");
        (await given.Post(hospital, Hl7Dialect.All[4].Write(FeedLine.Parse("A01 09:00 JOHN A1^1^01"), "set-up"))).ShouldContain("MSA|AE|");

        page = await administrator.Visit($"/admin/feed?hospital={hospital}");
        page.Text.ShouldContain("1 message waits");
        page.Text.ShouldNotContain("JOHN");
        (await administrator.Send(page, "map", ("ward-0", "c3"))).Text.ShouldContain("1 location mapped.");
        (await given.ReadWards(hospital))["c3"].Stays.Find("S1").ShouldNotBeNull();

        page = await administrator.Visit($"/admin/feed?hospital={hospital}");
        (await administrator.Send(page, "dismiss-0")).Text.ShouldContain("1 message dismissed.");
        (await given.Feeds.Of(hospital).Read()).Waiting.ShouldBeEmpty();
        (await administrator.Visit("/admin/feeds")).Text.ShouldContain("Lorenzo");
    }

    [Fact]
    public async Task GivenALaterRecordOfTheBoard_WhenTheHospitalsRecordIsUsed_ThenTheBoardIsAsItSays()
    {
        var hospital = await given.Hospital("differs");
        var (a1, b2) = (SiteKey.Parse($"{hospital}/a1"), SiteKey.Parse($"{hospital}/b2"));
        await given.Post(hospital, Hl7Dialect.All[4].Write(FeedLine.Parse("A01 09:00 S1 A1^2^04"), "differs"));
        await given.Board.SayAll(SiteKind.Ward, a1, new AdmitStay("S2", "7"));
        (await given.Board.Transfer(a1, "S1", b2, "4")).ThenAccepted();
        using var team = new Visitor(given.Board.Address, name: "Callum", grants: [new(Role.TransferTeam, Scope.Parse("stockport"))]);
        (await given.Post(hospital, Hl7Dialect.All[4].Write(FeedLine.Parse("A08 10:00 S1 A1^2^04"), "differs"))).ShouldContain("MSA|AE|");
        var seen = await team.Visit("/stockport/hospitals/differs/system");
        seen.Text.ShouldContain("1 difference");
        seen.Text.ShouldContain("1 patient on the board of whom it has sent nothing");
        seen.Text.ShouldNotContain("Use the hospital’s record");

        using var hospitals = new Visitor(given.Board.Address, name: "Site manager", grants: [new(Role.Ward, Scope.Parse(hospital))]);
        var page = await hospitals.Visit("/stockport/hospitals/differs/system");
        (await hospitals.Send(page, "follow-0")).Text.ShouldContain("S1: the board is as the hospital’s system says.");
        (await given.ReadWards(hospital))["a1"].Stays.Find("S1").ShouldNotBeNull();

        page = await hospitals.Visit("/stockport/hospitals/differs/system");
        (await hospitals.Send(page, "list", ("list", "S1\tA1^2^04"))).Text.ShouldContain("List taken: 1 patient in hospital.");
        (await hospitals.Send(page, "list", ("list", "S1\tZZ"))).Text.ShouldContain("Line 1: the location ZZ is not mapped to a ward.");
        (await hospitals.Send(page, "list", ("list", "S1,A1,yesterday"))).Text.ShouldContain("“yesterday” is not a time.");
    }
}
