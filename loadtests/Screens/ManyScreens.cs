using CapacityBoard.Scenarios;

namespace CapacityBoard.Screens;

/// <summary>What is done with all screens of a load.</summary>
internal static class ManyScreens
{
    private const int OpenedAtOnce = 64;

    public static Task Watch(this IEnumerable<Screen> screens) =>
        Parallel.ForEachAsync(screens, new ParallelOptions { MaxDegreeOfParallelism = OpenedAtOnce }, async (screen, _) => await screen.Watch());

    public static Task Close(this IEnumerable<IAsyncDisposable> connections) => Task.WhenAll(connections.Select(each => each.DisposeAsync().AsTask()));

    public static Latencies AllLatencies(this IEnumerable<Screen> screens)
    {
        var latencies = new Latencies();
        foreach (var screen in screens)
        {
            latencies.Add(screen.Latencies);
        }

        return latencies;
    }
}
