namespace CapacityBoard.Scenarios;

/// <summary>When each update was due to be sent, by its number. Sites take turns, so a site's numbers are evenly spaced.</summary>
internal sealed class Sent(int sites, int updates)
{
    private readonly long[] _at = new long[updates];

    public void Note(int number, long timestamp) => Volatile.Write(ref _at[number], timestamp);

    /// <summary>The times of a site's updates, from after one number up to and including another.</summary>
    public IEnumerable<long> Between(int site, int after, int upTo)
    {
        var first = after < 0 ? site : after + sites;
        for (var number = first; number <= upTo; number += sites)
        {
            if (Volatile.Read(ref _at[number]) is > 0 and var at)
            {
                yield return at;
            }
        }
    }
}
