using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Faults;

/// <summary>One bed is never promised twice, however many ask at one moment.</summary>
public sealed class LastBedTests(TestBoard board) : IClassFixture<TestBoard>
{
    [Fact]
    public async Task GivenOneVacantBed_When50HoldItAtOnce_ThenOneIsGrantedAndTheOthersAreToldThatThereIsNone()
    {
        var home = await board.CareHome("the-limes", total: 10, occupied: 9);

        var answers = await Task.WhenAll(Enumerable.Range(1, 50).Select(stay => board.Hold(home, $"S-{stay}"))).Within("all are answered");

        answers.Count(answer => answer.IsAccepted).ShouldBe(1);
        foreach (var refused in answers.Where(answer => !answer.IsAccepted))
        {
            refused.ThenRefused(409, "no-vacancy").Saying("1 held");
        }

        (await board.Journal.ReadSite(home, 0)).Count(entry => entry.Event is HoldPlaced).ShouldBe(1);
        var line = (await board.Read(SiteKind.CareHome, home)).Json["figures"]!["lines"]![0]!;
        ((int)line["held"]!, (int)line["available"]!).ShouldBe((1, 0));
    }

    [Fact]
    public async Task GivenOneOperation_WhenSent50TimesAtOnce_ThenItIsDoneOnceAndAnsweredAlike()
    {
        var home = await board.CareHome("the-oaks");

        var answers = await Task.WhenAll(Enumerable.Range(1, 50).Select(_ => board.Hold(home, "S-1", operation: "the-operation"))).Within("all are answered");

        answers.Select(answer => answer.ThenAccepted().Text).Distinct().ShouldHaveSingleItem();
        (await board.Journal.ReadSite(home, 0)).Count(entry => entry.Event is HoldPlaced).ShouldBe(1);
    }

    [Fact]
    public async Task GivenOneVacantBedOnAWard_When50AreAdmittedOrTransferredAtOnce_ThenOneIsIn()
    {
        var (ward, other) = (SiteKey.OfWard("stockport", "stepping-hill-hospital", "a1"), SiteKey.OfWard("stockport", "stepping-hill-hospital", "a2"));
        foreach (var (each, beds) in new[] { (ward, 1), (other, 25) })
        {
            (await board.Register(SiteKind.Ward, each)).ThenAccepted();
            (await board.Say(SiteKind.Ward, each, new DeclareVacancies([new(BedType.Inpatient, beds, 0)]))).ThenAccepted();
        }

        for (var stay = 1; stay <= 25; stay++)
        {
            (await board.Say(SiteKind.Ward, other, new AdmitStay($"T-{stay}", $"{stay}"))).ThenAccepted();
        }

        var answers = await Task.WhenAll(Enumerable.Range(1, 25).SelectMany(stay => new[]
        {
            board.Say(SiteKind.Ward, ward, new AdmitStay($"S-{stay}", $"{stay}")),
            board.Transfer(other, $"T-{stay}", ward, $"T{stay}"),
        })).Within("all are answered");

        answers.Count(answer => answer.IsAccepted).ShouldBe(1);
        answers.Where(answer => !answer.IsAccepted).ShouldAllBe(answer => answer.Status == 409);
        var (stays, others) = ((await board.Read(SiteKind.Ward, ward)).Json["stays"]!.AsArray(), (await board.Read(SiteKind.Ward, other)).Json["stays"]!.AsArray());
        stays.Count.ShouldBe(1);
        others.Count.ShouldBe(((string)stays[0]!["reference"]!).StartsWith('T') ? 24 : 25);
        others.ShouldAllBe(stay => stay!["transfer"] == null);
    }
}
