using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Wards;

public static class WardDecisions
{
    public static Decision Decide(SiteCommand command, Ward ward, Moment moment) =>
        SiteDecisions.Decide(command, ward, moment, asked => asked switch
        {
            CapacityCommand c => CapacityDecisions.Decide(c, ward.Capacity, ward.Occupancy, moment),
            StayCommand c => StayDecisions.Decide(c, ward, moment),
            _ => SiteDecisions.NotForThisKind(asked, ward),
        });
}
