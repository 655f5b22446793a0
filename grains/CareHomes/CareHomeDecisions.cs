using CapacityBoard.Beds;
using CapacityBoard.Sites;

namespace CapacityBoard.CareHomes;

public static class CareHomeDecisions
{
    public static Decision Decide(SiteCommand command, CareHome home, Moment moment) =>
        SiteDecisions.Decide(command, home, moment, asked => asked switch
        {
            CapacityCommand c => CapacityDecisions.Decide(c, home.Capacity, home.Occupancy, moment),
            _ => SiteDecisions.NotForThisKind(asked, home),
        });
}
