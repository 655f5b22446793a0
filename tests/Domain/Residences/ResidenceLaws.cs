using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Residences;

/// <summary>What holds of usual residences and places' words after any commands at any times.</summary>
public sealed class ResidenceLaws
{
    [Fact]
    public void GivenAnyHistory_ThenAResidenceIsTheOneLastRecordedInThatStay() => Law.HoldsForAll(SiteActs.Any, history =>
    {
        var last = new Dictionary<string, SiteKey?>(StayReferences.Comparer);
        foreach (var turn in history.Run())
        {
            foreach (var happened in turn.Decision.Events)
            {
                if (happened is StayAdmitted or TransferAccepted && StayEvents.StayOf(happened) is { } came)
                {
                    last[came] = null;
                }

                if (happened is UsualResidenceSet set)
                {
                    last[set.Stay] = set.Residence;
                }
            }

            turn.Site.Stays.All.ShouldAllBe(stay => stay.UsualResidence == null ? last.GetValueOrDefault(stay.Reference) == null : stay.UsualResidence.Place == last[stay.Reference]);
        }
    });

    [Fact]
    public void GivenAnyHistory_ThenNobodyWhoGoesBackWaitsForAPlaceAndNobodyElseIsLeftOut() => Law.HoldsForAll(SiteActs.Any, history =>
    {
        foreach (var stay in history.Run().SelectMany(turn => turn.Site.Stays.All))
        {
            var sought = stay.Plan?.Needs?.Types is [var best, ..] ? best : (Beds.BedType?)null;
            stay.WaitsFor.ShouldBe(stay.UsualResidence is not null && stay.Plan?.Pathway == Pathway.P0 ? null : sought ?? (stay.Plan?.Pathway switch
            {
                Pathway.P1 => Beds.BedType.CarePackage,
                Pathway.P2 => Beds.BedType.StepDown,
                _ => null,
            }));
        }
    });

    [Fact]
    public void GivenAnyHistory_ThenThereIsOneWordForEachPersonAndNoneAtAClosedPlaceOrWhereNobodyLives() => Law.HoldsForAll(SiteActs.Any, history =>
    {
        foreach (var site in history.Run().Select(turn => turn.Site))
        {
            site.Returns.All.Select(word => (word.Stay.ToUpperInvariant(), word.From.HospitalKey)).ShouldBeUnique();
            (site.Returns.All.Length > 0 && (site.Closed is not null || !site.Kind.IsResidence())).ShouldBeFalse();
        }
    });
}
