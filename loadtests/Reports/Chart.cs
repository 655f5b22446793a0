namespace CapacityBoard.Reports;

/// <summary>Figures over the seconds of a measurement, or over something that grows.</summary>
/// <param name="Unit">Of the figures.</param>
internal sealed record Chart(string Title, string Unit, IReadOnlyList<ChartLine> Lines)
{
    /// <summary>What they are over.</summary>
    public string Over { get; init; } = "seconds";
}

internal sealed record ChartLine(string Name, IReadOnlyList<ChartPoint> Points);

/// <param name="At">Where on the axis: for seconds, since the measurement began.</param>
internal sealed record ChartPoint(double At, double Value);
