namespace CapacityBoard.Fuzz;

/// <summary>Tests that send as much as the machine takes: beside them every other would wait, so they run after all.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
