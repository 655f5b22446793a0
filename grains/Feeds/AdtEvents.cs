using System.Collections.Frozen;

namespace CapacityBoard.Feeds;

/// <summary>What each trigger event of ADT means for the board.</summary>
public static class AdtEvents
{
    public const string BedStatus = "A20";

    private static readonly FrozenDictionary<string, StatementKind> Kinds = new Dictionary<string, StatementKind>
    {
        ["A01"] = StatementKind.Admitted,
        ["A02"] = StatementKind.Moved,
        ["A03"] = StatementKind.Left,
        ["A04"] = StatementKind.Admitted,
        ["A06"] = StatementKind.Admitted,
        ["A07"] = StatementKind.Left,
        ["A08"] = StatementKind.Mentioned,
        ["A11"] = StatementKind.NeverAdmitted,
        ["A12"] = StatementKind.MoveCancelled,
        ["A13"] = StatementKind.DischargeCancelled,
        ["A16"] = StatementKind.Mentioned,
        ["A17"] = StatementKind.Moved,
        ["A21"] = StatementKind.Mentioned,
        ["A22"] = StatementKind.Mentioned,
        ["A23"] = StatementKind.NeverAdmitted,
        ["A25"] = StatementKind.Mentioned,
        ["A35"] = StatementKind.Mentioned,
        ["A41"] = StatementKind.Mentioned,
        ["A42"] = StatementKind.Mentioned,
        ["A45"] = StatementKind.Mentioned,
        ["A49"] = StatementKind.Mentioned,
        ["A50"] = StatementKind.Mentioned,
        ["A51"] = StatementKind.Mentioned,
        ["A52"] = StatementKind.Mentioned,
        ["A53"] = StatementKind.Mentioned,
        ["A54"] = StatementKind.Mentioned,
    }.ToFrozenDictionary();

    /// <summary>Events that change nothing on a board: people before they come, patients' own records, plans that the board does not keep.</summary>
    private static readonly FrozenSet<string> Unused = new[]
    {
        "A05", "A09", "A10", "A14", "A15", "A18", "A19", "A24", "A26", "A27", "A28", "A29", "A30", "A31", "A32", "A33", "A34", "A36", "A37", "A38", "A39", "A40",
        "A43", "A44", "A46", "A47", "A48", "A55", "A60", "A61", "A62",
    }.ToFrozenSet();

    /// <summary>Events that say where somebody is, so that they need a location.</summary>
    public static bool NeedsPlace(StatementKind kind) => kind is StatementKind.Admitted or StatementKind.Moved;

    /// <summary>True for an event of ADT that this board understands, whether or not it changes something.</summary>
    public static bool IsKnown(string name) => name == BedStatus || Kinds.ContainsKey(name) || Unused.Contains(name);

    public static StatementKind? KindOf(string name) => Kinds.TryGetValue(name, out var kind) ? kind : null;
}
