using System.Globalization;
using CapacityBoard.Reports;

namespace CapacityBoard.Scenarios;

/// <summary>One measurement, on real parts.</summary>
internal interface IScenario
{
    string Name { get; }

    /// <param name="charts">Where to add what is worth seeing over time.</param>
    Task<IReadOnlyList<Figure>> Measure(ICollection<Chart> charts);
}

/// <summary>A measured figure and its thresholds.</summary>
/// <param name="AtMost">The upper threshold; null if there is none.</param>
/// <param name="AtLeast">The lower threshold; null if there is none.</param>
internal sealed record Figure(string What, double Measured, string Unit, double? AtMost = null, double? AtLeast = null)
{
    public bool IsKept => !(Measured > AtMost) && !(Measured < AtLeast);

    public string Threshold => string.Create(
        CultureInfo.InvariantCulture,
        $"{(AtMost is { } most ? $"at most {most:#,0.##}" : AtLeast is { } least ? $"at least {least:#,0.##}" : "")}");

    public string Verdict => (AtMost ?? AtLeast) is null ? "" : IsKept ? "kept" : "MISSED";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{What} | {Measured:#,0.##} {Unit} | {Threshold} | {Verdict}");
}
