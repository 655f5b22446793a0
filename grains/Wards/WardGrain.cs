using CapacityBoard.Journal;
using CapacityBoard.Sites;

namespace CapacityBoard.Wards;

[GrainType("ward")]
public sealed class WardGrain(IGrainContext context, IJournal journal, TimeProvider clock)
    : SiteGrain<Ward>(context, journal, clock, key => new(key)), IWardGrain;
