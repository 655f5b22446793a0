using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Cluster;

public abstract partial class SiteGrainContract
{
    [Fact]
    public async Task GivenPersonAdmittedOnAHold_WhenTheirStayIsEndedFromManyPlacesAtOnce_ThenItEndsOnceAndFromWhereTheyWereMovedTo()
    {
        var (ward, other) = (SiteKey.OfWard("stockport", "stepping-hill", "a1"), SiteKey.OfWard("stockport", "stepping-hill", "b2"));
        var home = await OpenHome(total: 2, occupied: 0);
        foreach (var each in new[] { ward, other })
        {
            await Say(each, new RegisterSite(new(SiteKind.Ward, each.Name, Hospital: "Stepping Hill")));
            await Say(each, new DeclareVacancies([new(BedType.Inpatient, 2, 0)]));
        }

        await Say(ward, new AdmitStay("S-1", "1"));
        Clock.Advance(TimeSpan.FromMinutes(10));
        await home.Execute(new(new PlaceHold(HomeRequests.Type, "S-1", From: ward), "hold", "The team"));
        await Say(ward, new BeginTransfer("S-1", other, "2"), "move");
        await home.Execute(new(new AdmitOnHold("hold"), "comes", "The deputy"));
        var admitted = (await home.Read()).Capacity.Ended.ShouldHaveSingleItem();
        var admission = new HoldAdmission(Sites, new(Sites));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => admission.EndStay(HomeRequests.Home(), SiteKind.CareHome, admitted, [ward, other], "joined"))))
            .Within("the stay is ended");

        (await Ward(ward).Read()).Stays.All.ShouldBeEmpty();
        var left = (await Ward(other).Read()).Stays;
        left.All.ShouldBeEmpty();
        left.Gone.ShouldHaveSingleItem().To.ShouldBe(HomeRequests.Home());
        (await Journal.ReadSite(other, 0)).Count(entry => entry.Event is StayDischarged).ShouldBe(1);
    }

    private CalledSite Ward(SiteKey key) => CalledSite.Ward(Services, key);

    private async Task Say(SiteKey ward, SiteCommand command, string? operation = null) =>
        (await Ward(ward).Execute(new(command, operation ?? HomeRequests.NewOperation(), "Sister Brown"))).Refusal.ShouldBeNull();
}
