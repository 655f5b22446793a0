using CapacityBoard.Journal;
using CapacityBoard.Sites;

namespace CapacityBoard.CareHomes;

[GrainType("care-home")]
public sealed class CareHomeGrain(IGrainContext context, IJournal journal, TimeProvider clock)
    : SiteGrain<CareHome>(context, journal, clock, key => new(key)), ICareHomeGrain;
