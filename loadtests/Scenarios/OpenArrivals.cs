using System.Diagnostics;

namespace CapacityBoard.Scenarios;

/// <summary>Requests at a steady rate, however long the answers take.</summary>
internal static class OpenArrivals
{
    /// <param name="send">Sends a request by its number; it is also given the timestamp at which it was due.</param>
    public static async Task<T[]> Send<T>(int count, int perSecond, Func<int, long, Task<T>> send)
    {
        var begun = Stopwatch.GetTimestamp();
        var sending = new List<Task<T>>(count);
        for (var number = 0; number < count; number++)
        {
            var due = begun + number * Stopwatch.Frequency / perSecond;
            if (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due) is { Ticks: > 0 } wait)
            {
                // Each is due at its own moment, whenever the one before was answered.
                await Task.Delay(wait);
            }

            sending.Add(send(number, due));
        }

        return await Task.WhenAll(sending);
    }
}
