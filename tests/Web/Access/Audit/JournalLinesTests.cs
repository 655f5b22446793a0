using System.Net.Http.Headers;
using CapacityBoard.Access.Keys;
using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Access.Audit;

/// <summary>What commands did, as the audit finds it.</summary>
public sealed class JournalLinesTests(TestBoard board) : IClassFixture<TestBoard>
{
    private static readonly string[] OfHold = ["hold-placed", "hold-extended", "hold-accepted", "assessment-planned", "hold-declined"];

    [Fact]
    public async Task GivenHold_WhenAuditIsAskedForItsStay_ThenAllThatBecameOfItIsToldOfThatStay()
    {
        var home = await Answered("answered", "HELD-1");
        await Answered("answered-too", "HELD-2");

        var lines = await Find(new(Stay: "HELD-1"));

        lines.Select(line => line.Act).ShouldBe(OfHold.Reverse());
        lines.ShouldAllBe(line => line.Stay == "HELD-1" && line.About == home.Value);
        (await Find(new(Stay: "HELD-1", Act: "hold-accepted"))).Count.ShouldBe(1);
        (await Find(new(Stay: "HELD-1", From: lines[0].At))).ShouldContain(line => line.Act == "hold-declined");
        (await Find(new(Stay: "HELD-1", About: "trafford"))).ShouldBeEmpty();
        (await Find(new(Stay: "HELD-1", Who: "Nobody"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenHold_WhenAuditIsAskedForItsSite_ThenEachLineOfItSaysForWhomItWas()
    {
        var home = await Answered("listed", "HELD-3");

        (await Find(new(About: home.Value))).Where(line => OfHold.Contains(line.Act)).Select(line => line.Stay).ShouldBe(Enumerable.Repeat("HELD-3", OfHold.Length));
    }

    [Fact]
    public async Task GivenMachineThatActedForSomebody_WhenAuditIsAskedForEither_ThenFound()
    {
        var home = await board.CareHome("acted-for");
        var key = await board.Services.GetRequiredService<ApiKeys>().Create("Ward system", [new(Role.CareProvider, Scope.Parse("stockport"))], TimeSpan.FromDays(1), "test");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Sites.SiteApi.AddressOf(SiteKind.CareHome, home)}/confirm-unchanged");
        request.Content = TestBoard.Json(new ConfirmUnchanged());
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        request.Headers.Add("Acting-As", "Sister Brown");
        using var response = await board.Http.SendAsync(request);
        response.EnsureSuccessStatusCode();

        foreach (var who in new[] { "Ward system", "Sister Brown", "Sister Brown via Ward system" })
        {
            (await Find(new(Who: who, About: home.Value))).ShouldHaveSingleItem().Who.ShouldBe("Sister Brown via Ward system");
        }

        (await Find(new(Who: "Sister", About: home.Value))).ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenTransferByAPerson_ThenWhatItDidAtBothWardsHasTheirAddress()
    {
        var (from, to) = (SiteKey.OfWard("stockport", "the-hospital", "a1"), SiteKey.OfWard("stockport", "the-hospital", "b2"));
        foreach (var ward in new[] { from, to })
        {
            (await board.Register(SiteKind.Ward, ward)).ThenAccepted();
            (await board.Say(SiteKind.Ward, ward, new DeclareVacancies([new(BedType.Inpatient, 6, 0)]))).ThenAccepted();
            await board.OnTheBoard(ward);
        }

        (await board.Say(SiteKind.Ward, from, new AdmitStay("MOVED-1", "1"))).ThenAccepted();
        using var sister = new Visitor(board.Address, name: "Sister Moves");
        await sister.Send(await sister.Visit("/stockport/sites/the-hospital/a1?bed=1"), "transfer", ("to", to.Value), ("bed", "7"));

        var lines = await Find(new(Stay: "MOVED-1", Who: "Sister Moves"));

        lines.Select(line => line.Act).ShouldContain("transfer-accepted");
        lines.ShouldAllBe(line => line.Address == "127.0.0.1");
        (await Find(new(Address: "127.0.0.1", Stay: "MOVED-1", Act: "begin-transfer"))).ShouldHaveSingleItem();
    }

    /// <summary>A bed is held for a stay, and everything done with the hold that can be.</summary>
    private async Task<SiteKey> Answered(string name, string stay)
    {
        var home = await board.CareHome(name);
        var hold = $"hold-{name}";
        (await board.Hold(home, stay, operation: hold)).ThenAccepted();
        var now = board.Clock.GetUtcNow();
        foreach (var command in new SiteCommand[] { new ExtendHold(hold, now.AddDays(2)), new AcceptHold(hold), new PlanAssessment(hold, now.AddHours(3)), new DeclineHold(hold, "Cannot meet the needs") })
        {
            (await board.Say(SiteKind.CareHome, home, command)).ThenAccepted();
        }

        return home;
    }

    private async Task<IReadOnlyList<AuditLine>> Find(AuditQuestion question) =>
        (await board.Services.GetRequiredService<AuditTrail>().Read(question, new(true, [], []), null, 100, CancellationToken.None)).Lines;
}
