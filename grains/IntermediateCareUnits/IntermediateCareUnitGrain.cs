using CapacityBoard.Journal;
using CapacityBoard.Sites;

namespace CapacityBoard.IntermediateCareUnits;

[GrainType("intermediate-care-unit")]
public sealed class IntermediateCareUnitGrain(IGrainContext context, IJournal journal, TimeProvider clock)
    : SiteGrain<IntermediateCareUnit>(context, journal, clock, key => new(key)), IIntermediateCareUnitGrain;
