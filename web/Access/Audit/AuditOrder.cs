namespace CapacityBoard.Access.Audit;

/// <summary>The orders of lines; the newest first among equals.</summary>
public enum AuditOrder
{
    /// <summary>Newest first.</summary>
    Time,

    Who,

    Act,

    About,
}
