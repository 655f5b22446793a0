using CapacityBoard.Beds;
using CapacityBoard.Sites;

namespace CapacityBoard.HomeCare;

public static class HomeCareProviderDecisions
{
    public static Decision Decide(SiteCommand command, HomeCareProvider provider, Moment moment) =>
        SiteDecisions.Decide(command, provider, moment, asked => asked switch
        {
            CapacityCommand c => CapacityDecisions.Decide(c, provider.Capacity, provider.Occupancy, moment),
            _ => SiteDecisions.NotForThisKind(asked, provider),
        });
}
