namespace CapacityBoard.Demonstration;

/// <summary>Whether every page says that what it shows is invented.</summary>
public sealed record DemonstrationBanner(bool IsOn);
