using CapacityBoard.Journal;
using CapacityBoard.Sites;

namespace CapacityBoard.HomeCare;

[GrainType("home-care-provider")]
public sealed class HomeCareProviderGrain(IGrainContext context, IJournal journal, TimeProvider clock)
    : SiteGrain<HomeCareProvider>(context, journal, clock, key => new(key)), IHomeCareProviderGrain;
