using System.Runtime.InteropServices;
using CapacityBoard.Reports.Facts;
using CapacityBoard.Stays;

namespace CapacityBoard.Reports;

/// <summary>
/// The days on which people were counted. Two stays of one person may cover the same day, for example if they were discharged by
/// mistake and readmitted with the first dates, or were recorded on two wards. The person counts once.
/// </summary>
internal sealed class PersonDays
{
    /// <summary>By hospital or unit and its reference; null for a person with only one stay.</summary>
    private readonly Dictionary<(string Place, string Reference), HashSet<DateOnly>?> _people = [];

    /// <param name="stays">All stays that are counted.</param>
    public PersonDays(IEnumerable<StayHistory> stays)
    {
        foreach (var stay in stays)
        {
            ref var days = ref CollectionsMarshal.GetValueRefOrAddDefault(_people, KeyOf(stay), out var hasAnother);
            days = hasAnother ? days ?? [] : null;
        }
    }

    /// <summary>The days already counted for the stay's person; null if they have no other stay.</summary>
    public HashSet<DateOnly>? Of(StayHistory stay) => _people[KeyOf(stay)];

    private static (string, string) KeyOf(StayHistory stay) => (stay.Current.Place, StayReferences.Key(stay.Reference));
}
