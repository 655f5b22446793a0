namespace CapacityBoard.Support;

/// <summary>Waits that name their condition, so that a test that hangs says what it waits for.</summary>
public static class Deadline
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(5);

    public static Task Within(this Task task, string condition) => Named(task.WaitAsync(Generous), condition);

    public static async Task<T> Within<T>(this Task<T> task, string condition)
    {
        await Within((Task)task, condition);
        return await task;
    }

    /// <summary>Polls until a condition holds.</summary>
    /// <param name="longest">Null for as long as anything usually takes.</param>
    public static async Task Until(Func<Task<bool>> holds, string condition, TimeSpan? longest = null)
    {
        var deadline = Task.Delay(longest ?? Generous);
        while (!await holds())
        {
            deadline.IsCompleted.ShouldBeFalse(condition);
            await Task.Delay(BetweenLooks);
        }
    }

    /// <inheritdoc cref="Until(Func{Task{bool}}, string, TimeSpan?)"/>
    public static Task Until(Func<bool> holds, string condition, TimeSpan? longest = null) => Until(() => Task.FromResult(holds()), condition, longest);

    private static async Task Named(Task task, string condition)
    {
        try
        {
            await task;
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"Not within {Generous.TotalSeconds} seconds: {condition}.");
        }
    }
}
