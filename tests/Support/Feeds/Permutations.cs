namespace CapacityBoard.Support.Feeds;

public static class Permutations
{
    /// <summary>Every order if there are few, otherwise some, the given one and its reverse among them.</summary>
    public static IEnumerable<IReadOnlyList<T>> Of<T>(IReadOnlyList<T> items, int most, int seed)
    {
        if (items.Count <= 5 && Factorial(items.Count) <= most)
        {
            return All(items);
        }

        var random = new Random(seed);
        return Enumerable.Range(0, Math.Max(0, most - 2)).Select(_ => (IReadOnlyList<T>)random.GetItemsInOrder(items)).Prepend([.. items.Reverse()]).Prepend(items);
    }

    private static IEnumerable<IReadOnlyList<T>> All<T>(IReadOnlyList<T> items) => items.Count <= 1
        ? [items]
        : items.SelectMany((first, index) => All([.. items.Take(index), .. items.Skip(index + 1)]).Select(rest => (IReadOnlyList<T>)[first, .. rest]));

    private static T[] GetItemsInOrder<T>(this Random random, IReadOnlyList<T> items)
    {
        var shuffled = items.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }

    private static int Factorial(int number) => Enumerable.Range(1, number).Aggregate(1, (product, next) => product * next);
}
