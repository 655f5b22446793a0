using System.Collections.Concurrent;
using CapacityBoard.Access;
using CapacityBoard.Work;

namespace CapacityBoard.Messages.Sending;

/// <summary>What waits for each recipient at one look. People with the same roles share what waits for them.</summary>
internal sealed class WorkOfLook(MyWork work, Callers callers)
{
    private readonly ConcurrentDictionary<string, Lazy<IReadOnlyList<Matter>>> _byRoles = new();

    /// <summary>By the roles of this moment: nobody is told of what they may no longer see.</summary>
    public async Task<IReadOnlyList<Matter>> Of(Recipient recipient, CancellationToken token)
    {
        if (recipient.Place is { } place)
        {
            return work.OfPlace(place);
        }

        return await callers.Find(CallerKind.Person, recipient.Person!, token) is { } caller && MyWork.IsFor(caller)
            ? work.Of(caller, _byRoles.GetOrAdd(RolesOf(caller), _ => new(() => work.OfRoles(caller.Grants))).Value)
            : [];
    }

    private static string RolesOf(Caller caller) => string.Join(',', caller.Grants.Select(grant => $"{grant}").Order(StringComparer.Ordinal));
}
