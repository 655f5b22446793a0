using CapacityBoard.Support;

namespace CapacityBoard.Faults;

/// <summary>Many clients who send one act after another until their server is gone.</summary>
internal sealed class KilledLoad(RandomActs acts, int seed)
{
    private const int Clients = 16;

    /// <param name="kill">Called once so many were answered.</param>
    public async Task Run(ApiUser user, int answers, Func<Task> kill)
    {
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var target = acts.Answers.Count + answers;
        var clients = Enumerable.Range(0, Clients).Select(client => Send(user, new(seed + target * Clients + client), () =>
        {
            if (acts.Answers.Count >= target)
            {
                enough.TrySetResult();
            }
        })).ToList();
        await Task.WhenAny(enough.Task, Task.WhenAll(clients)).Within($"{answers} commands are answered");
        enough.Task.IsCompleted.ShouldBeTrue("the server answers until it is killed");
        await kill();
        await Task.WhenAll(clients).Within("every client has noticed that the server is gone");
    }

    private async Task Send(ApiUser user, Random random, Action answered)
    {
        while (true)
        {
            var act = acts.Next(random);
            try
            {
                acts.Remember(act, await act.By(user));
                answered();
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException)
            {
                return;
            }
        }
    }
}
