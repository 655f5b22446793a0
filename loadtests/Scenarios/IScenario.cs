using System.Globalization;

namespace CapacityBoard.Scenarios;

/// <summary>One thing that is measured, on real parts.</summary>
internal interface IScenario
{
    string Name { get; }

    Task<IReadOnlyList<Figure>> Measure();
}

/// <summary>A measured figure and what it must keep to.</summary>
/// <param name="AtMost">The threshold from above; null where there is none.</param>
/// <param name="AtLeast">The threshold from below; null where there is none.</param>
internal sealed record Figure(string What, double Measured, string Unit, double? AtMost = null, double? AtLeast = null)
{
    public bool IsKept => !(Measured > AtMost) && !(Measured < AtLeast);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{What} | {Measured:#,0.##} {Unit} | {Threshold} | {(AtMost ?? AtLeast) switch { null => "", _ => IsKept ? "kept" : "MISSED" }}");

    private string Threshold => string.Create(
        CultureInfo.InvariantCulture,
        $"{(AtMost is { } most ? $"at most {most:#,0.##}" : AtLeast is { } least ? $"at least {least:#,0.##}" : "")}");
}
