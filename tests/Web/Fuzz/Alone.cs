namespace CapacityBoard.Fuzz;

/// <summary>Tests that send as much as the machine takes, or hear all that this process does: they run after all others.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
