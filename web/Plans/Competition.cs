namespace CapacityBoard.Plans;

/// <summary>
/// Why somebody got no bed although some fit: the beds that they could be given directly, or by moving others who have one. The plan
/// is the best there is, so all of these beds are taken, by people who have waited at least as long.
/// </summary>
internal sealed class Competition
{
    private readonly ILookup<int, int> _bedsOf;
    private readonly ILookup<int, int> _peopleIn;
    private readonly int[] _unplaced;

    /// <param name="chosen">For each person the pair that is proposed, by its place in the list; -1 for none.</param>
    public Competition(IReadOnlyList<PlanPair> pairs, IReadOnlyList<int> chosen)
    {
        _bedsOf = pairs.ToLookup(pair => pair.Person, pair => pair.Beds);
        _peopleIn = chosen.Where(each => each >= 0).ToLookup(each => pairs[each].Beds, each => pairs[each].Person);
        _unplaced = [.. Enumerable.Range(0, chosen.Count).Where(person => chosen[person] < 0)];
    }

    /// <summary>The people who are proposed for the beds, and how many others without a bed could have one of them too.</summary>
    public (IReadOnlyCollection<int> Placed, int Unplaced) Of(int person)
    {
        var beds = new HashSet<int>();
        var placed = new List<int>();
        var next = new Queue<int>([person]);
        while (next.TryDequeue(out var each))
        {
            foreach (var taken in _bedsOf[each].Where(beds.Add).SelectMany(bed => _peopleIn[bed]))
            {
                placed.Add(taken);
                next.Enqueue(taken);
            }
        }

        return (placed, _unplaced.Count(other => _bedsOf[other].Any(beds.Contains)));
    }
}
