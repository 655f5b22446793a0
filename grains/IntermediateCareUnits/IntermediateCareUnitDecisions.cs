using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.IntermediateCareUnits;

public static class IntermediateCareUnitDecisions
{
    public static Decision Decide(SiteCommand command, IntermediateCareUnit unit, Moment moment) =>
        SiteDecisions.Decide(command, unit, moment, asked => asked switch
        {
            CapacityCommand c => CapacityDecisions.Decide(c, unit.Capacity, unit.Occupancy, moment),
            StayCommand c => StayDecisions.Decide(c, unit, moment),
            _ => SiteDecisions.NotForThisKind(asked, unit),
        });
}
