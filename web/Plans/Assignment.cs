using Google.OrTools.Graph;

namespace CapacityBoard.Plans;

/// <summary>
/// Gives people to places by a minimum-cost flow: as many people as possible and, among all ways to do so, one with the least sum of
/// costs. The same input gives the same answer.
/// </summary>
internal static class Assignment
{
    /// <param name="room">How many people each place can take.</param>
    /// <param name="links">Who can go where, at which cost.</param>
    /// <returns>For each person the link chosen, by its place in the list; -1 for somebody without a place.</returns>
    public static int[] Of(int people, IReadOnlyList<int> room, IReadOnlyList<AssignmentLink> links)
    {
        var chosen = new int[people];
        Array.Fill(chosen, -1);
        if (links.Count == 0)
        {
            return chosen;
        }

        using var flow = new MinCostFlow();
        Build(flow, people, room, links);
        var status = flow.SolveMaxFlowWithMinCost();
        if (status != MinCostFlowBase.Status.OPTIMAL)
        {
            throw new InvalidOperationException($"The plan could not be made: the solver answered {status}.");
        }

        for (var link = 0; link < links.Count; link++)
        {
            if (flow.Flow(link) > 0)
            {
                chosen[links[link].Person] = link;
            }
        }

        return chosen;
    }

    private static void Build(MinCostFlow flow, int people, IReadOnlyList<int> room, IReadOnlyList<AssignmentLink> links)
    {
        foreach (var (person, place, cost) in links)
        {
            flow.AddArcWithCapacityAndUnitCost(person, people + place, 1, cost);
        }

        foreach (var person in links.Select(link => link.Person).Distinct())
        {
            flow.SetNodeSupply(person, 1);
        }

        foreach (var place in links.Select(link => link.Place).Distinct())
        {
            flow.SetNodeSupply(people + place, -room[place]);
        }
    }
}

internal readonly record struct AssignmentLink(int Person, int Place, long Cost);
