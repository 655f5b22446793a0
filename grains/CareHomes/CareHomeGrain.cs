using CapacityBoard.Journal;
using CapacityBoard.Sites;
using Orleans.Runtime;

namespace CapacityBoard.CareHomes;

[GrainType("care-home")]
public sealed class CareHomeGrain(IGrainContext context, IJournal journal, TimeProvider clock)
    : SiteGrain<CareHome>(context, journal, clock, key => new(key)), ICareHomeGrain;
