using CapacityBoard.Beds;
using CapacityBoard.Processes;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Commands;

/// <summary>A caller's key stands for one act: by whom, where and what.</summary>
public sealed class IdempotencyKeyTests(TestBoard board) : IClassFixture<TestBoard>
{
    private const string Key = "SH41007";

    /// <summary>A stay's reference is used as the key of whatever is done with it.</summary>
    [Fact]
    public async Task GivenKeyThatWasUsed_WhenItComesWithAnotherCommand_ThenRefusedAndNothingIsDone()
    {
        var ward = await Ward("reused");
        (await Say(ward, new AdmitStay("SH41007", "1"))).ThenAccepted();

        (await Say(ward, new DeclareMedicallyOptimised("SH41007"))).ThenRefused(422, "operation-reused", null);
        (await Say(ward, new AdmitStay("SH41007", "2"))).ThenRefused(422, "operation-reused", null);

        (await Say(ward, new AdmitStay("SH41007", "1"))).ThenAccepted().Version.ShouldBe(3);
        (await board.Read(SiteKind.Ward, ward)).ThenAccepted().Version.ShouldBe(3);
    }

    [Fact]
    public async Task GivenKeyOfAnotherCaller_WhenTheSameIsSent_ThenRefused()
    {
        var ward = await Ward("anothers");
        (await Say(ward, new AdmitStay("SH-1", "1"))).ThenAccepted();
        using var other = MachineKey.Client(board.Address);
        other.DefaultRequestHeaders.Add("Acting-As", "Sister Brown");

        (await new ApiUser(other).Say(SiteKind.Ward, ward, new AdmitStay("SH-1", "1"), Key)).ThenRefused(422, "operation-reused", null);
    }

    [Fact]
    public async Task GivenKeyOfAnotherSite_ThenItStandsForSomethingElse()
    {
        var (one, other) = (await Ward("one"), await Ward("other"));

        (await Say(one, new AdmitStay("SH-11", "1"))).ThenAccepted();
        (await Say(other, new AdmitStay("SH-12", "1"))).ThenAccepted();
    }

    private Task<Answer> Say(SiteKey ward, SiteCommand command) => board.Say(SiteKind.Ward, ward, command, Key);

    private async Task<SiteKey> Ward(string name)
    {
        var ward = SiteKey.OfWard(ApiUser.Locality, "the-hospital", name);
        (await board.Register(SiteKind.Ward, ward)).ThenAccepted();
        (await board.Say(SiteKind.Ward, ward, new DeclareVacancies([new(BedType.Inpatient, 4, 0)]))).ThenAccepted();
        return ward;
    }
}
