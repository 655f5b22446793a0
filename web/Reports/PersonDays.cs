using System.Runtime.InteropServices;
using CapacityBoard.Reports.Facts;
using CapacityBoard.Stays;

namespace CapacityBoard.Reports;

/// <summary>
/// The days on which people were counted. Two stays of one person may cover the same day: somebody was discharged by mistake
/// and admitted again with the first dates, or was recorded on two wards. The person counts once.
/// </summary>
internal sealed class PersonDays
{
    /// <summary>By hospital or unit, whose own the reference is; null for a person with one stay.</summary>
    private readonly Dictionary<(string Place, string Reference), HashSet<DateOnly>?> _people = [];

    /// <param name="stays">All that are counted.</param>
    public PersonDays(IEnumerable<StayHistory> stays)
    {
        foreach (var stay in stays)
        {
            ref var days = ref CollectionsMarshal.GetValueRefOrAddDefault(_people, KeyOf(stay), out var hasAnother);
            days = hasAnother ? days ?? [] : null;
        }
    }

    /// <summary>The days on which the stay's person was counted so far; null where no other stay could have counted them.</summary>
    public HashSet<DateOnly>? Of(StayHistory stay) => _people[KeyOf(stay)];

    private static (string, string) KeyOf(StayHistory stay) => (stay.Current.Place, StayReferences.Key(stay.Reference));
}
