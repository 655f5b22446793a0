using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.GrandRounds;

public sealed class OpenActionTests
{
    [Theory]
    [InlineData("Transfer team", "Callum Reid, transfer team", true)]
    [InlineData("callum reid", "Callum Reid, transfer team", true)]
    [InlineData("Callum Reid, transfer team", "Callum Reid, transfer team", true)]
    [InlineData("Transfer team", "Transfer team", true)]
    [InlineData("Transfer", "Callum Reid, transfer team", false)]
    [InlineData("Social work", "Callum Reid, transfer team", false)]
    public void GivenOwner_ThenTheActionIsTheirsByNameOrByTeam(string owner, string who, bool isTheirs) =>
        Open(owner).IsOf(who).ShouldBe(isTheirs);

    [Fact]
    public void GivenActionsOfTwoWards_ThenWhatIsDueFirstStandsFirst()
    {
        var hospital = new GivenHospital("a1", "b2");
        var today = LocalDay.Of(hospital.Now);
        hospital
            .Says("a1", new AdmitStay("S-1", "1"), new ReviewStay("S-1", ReviewOutcome.Escalated, null, [new("Later", "Ward", today.AddDays(9)), new("Now", "Ward", today)]))
            .Says("b2", new AdmitStay("S-2", "1"), new AgreeAction("S-2", "Tomorrow", "Pharmacy", today.AddDays(1)));

        var open = OpenAction.In(hospital.Sites);

        open.Select(each => each.Action.What).ShouldBe(["Now", "Tomorrow", "Later"]);
        open.Select(each => each.Where).ShouldBe(["Ward A1", "Ward B2", "Ward A1"]);
    }

    private static OpenAction Open(string owner)
    {
        var hospital = new GivenHospital("a1").Says("a1", new AdmitStay("S-1", "1"));
        return new(
            GivenHospital.Key("a1"), "Ward A1", hospital.Ward("a1").Stays.All[0], new("1/1", "Ask", owner, LocalDay.Of(hospital.Now), new(hospital.Now, "The round")));
    }
}
