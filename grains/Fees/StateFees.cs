using CapacityBoard.Sites;

namespace CapacityBoard.Fees;

/// <summary>States what a care home costs. It replaces the home's earlier statement; places offered before keep theirs.</summary>
[GenerateSerializer, Alias("board.state-fees"), Immutable]
public sealed record StateFees([Id(0)] FeeStatement Fees) : SiteCommand;

public sealed record FeesStated(FeeStatement Fees) : SiteEvent;
