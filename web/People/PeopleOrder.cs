namespace CapacityBoard.People;

/// <summary>The orders in which people can be listed; the longest wait decides between those who are equal.</summary>
public enum PeopleOrder
{
    /// <summary>Longest medically optimised first.</summary>
    Wait,

    /// <summary>Longest in hospital first.</summary>
    Stay,

    /// <summary>Earliest expected date of discharge first; without a date last.</summary>
    Expected,

    Ward,

    Reference,
}
