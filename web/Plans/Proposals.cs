using CapacityBoard.Board;

namespace CapacityBoard.Plans;

/// <summary>Says of each chosen pair what would change it.</summary>
/// <param name="chosen">For each person the pair that is proposed, by its place in the list; -1 for none.</param>
internal sealed class Proposals(IReadOnlyList<KnownStay> people, IReadOnlyList<PlannedBeds> beds, IReadOnlyList<PlanPair> pairs, IReadOnlyList<int> chosen)
{
    private readonly ILookup<int, PlanPair> _pairsOf = pairs.ToLookup(pair => pair.Person);

    /// <summary>Who is proposed for each of the beds, the longest wait first.</summary>
    private readonly Dictionary<int, List<int>> _peopleIn =
        chosen.Where(each => each >= 0).GroupBy(each => pairs[each].Beds, each => pairs[each].Person).ToDictionary(each => each.Key, each => each.ToList());

    /// <summary>By person.</summary>
    public IEnumerable<Proposal> All() => chosen.Where(each => each >= 0).Select(each => Of(pairs[each]));

    private Proposal Of(PlanPair pair)
    {
        var others = _pairsOf[pair.Person].Where(each => each.Beds != pair.Beds).OrderBy(each => each.Cost).ToList();
        var better = others.FirstOrDefault(each => each.Cost < pair.Cost);
        var next = others.Find(each => Left(each.Beds) > 0);
        return new(
            people[pair.Person],
            new(pair.Fit, TimeOf(pair.Beds, _peopleIn[pair.Beds].IndexOf(pair.Person))),
            better is null ? null : new(better.Fit, TimeOf(better.Beds, 0)),
            next is null ? null : new(next.Fit, TimeOf(next.Beds, beds[next.Beds].Count - Left(next.Beds))),
            others.Select(each => each.Fit.Site.Key).Where(site => site != pair.Fit.Site.Key).Distinct().Count());
    }

    private int Left(int bed) => beds[bed].Count - (_peopleIn.TryGetValue(bed, out var taken) ? taken.Count : 0);

    /// <summary>Of several expected beds, the earliest go to those who have waited longest.</summary>
    private DateTimeOffset? TimeOf(int bed, int which) => beds[bed].IsExpected ? beds[bed].Expected[which] : null;
}
