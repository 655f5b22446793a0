namespace CapacityBoard.Reports;

/// <summary>Figures over the seconds of a measurement.</summary>
/// <param name="Unit">Of the figures.</param>
internal sealed record Chart(string Title, string Unit, IReadOnlyList<ChartLine> Lines);

internal sealed record ChartLine(string Name, IReadOnlyList<ChartPoint> Points);

/// <param name="Second">Since the measurement began.</param>
internal sealed record ChartPoint(double Second, double Value);
