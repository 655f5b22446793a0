using CapacityBoard.Beds;
using CapacityBoard.Holds;
using MessagePack;

namespace CapacityBoard.Reports.Facts;

/// <summary>A line is new or its numbers have changed. They are 0 while the site is closed, and once it has no such beds.</summary>
[MessagePackObject]
public sealed record LineFact(
    Recorded Recorded, [property: Key(1)] BedType Type, [property: Key(2)] int Total, [property: Key(3)] int Occupied, [property: Key(4)] int Closed) : Fact(Recorded);

/// <summary>The site declared, confirmed or otherwise changed its numbers, or reopened.</summary>
[MessagePackObject]
public sealed record DeclarationFact(Recorded Recorded, [property: Key(1)] bool Reopened) : Fact(Recorded);

/// <summary>The site was closed. Its reopening is a <see cref="DeclarationFact"/>.</summary>
[MessagePackObject]
public sealed record ClosureFact(Recorded Recorded) : Fact(Recorded);

[MessagePackObject]
public sealed record HoldPlacedFact(
    Recorded Recorded, [property: Key(1)] string Id, [property: Key(2)] BedType Type, [property: Key(3)] string? Stay, [property: Key(4)] DateTimeOffset Until) : Fact(Recorded);

[MessagePackObject]
public sealed record HoldExtendedFact(Recorded Recorded, [property: Key(1)] string Id, [property: Key(2)] DateTimeOffset Until) : Fact(Recorded);

/// <summary>A hold ended, if it had not ended before.</summary>
[MessagePackObject]
public sealed record HoldEndedFact(Recorded Recorded, [property: Key(1)] string Id, [property: Key(2)] HoldEnding Ending) : Fact(Recorded);

/// <summary>An arrival on a hold was undone, so the bed is held again.</summary>
[MessagePackObject]
public sealed record HoldResumedFact(Recorded Recorded, [property: Key(1)] string Id) : Fact(Recorded);
