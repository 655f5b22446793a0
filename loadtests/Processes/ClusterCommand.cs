using System.Runtime.InteropServices;

namespace CapacityBoard.Processes;

/// <summary><c>./run cluster</c>: runs the board on this machine as it would run on several, until it is stopped.</summary>
internal static class ClusterCommand
{
    public const string Name = "cluster";

    public static async Task Run()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        var plan = new ClusterPlan(Silos: 2, Webs: 2, Demonstration: true);
        Console.WriteLine($"Starting PostgreSQL, Redis, {plan.Silos} silos and {plan.Webs} web nodes.");
        await using var cluster = await LocalCluster.Start(plan);
        Print(cluster);
        await asked.Task;
        Console.WriteLine("Stopping what was started.");

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            asked.TrySetResult();
        }
    }

    private static void Print(LocalCluster cluster)
    {
        foreach (var web in cluster.Webs)
        {
            Console.WriteLine($"  web       {web.Address}stockport  (process {web.Id})");
        }

        foreach (var silo in cluster.Silos)
        {
            Console.WriteLine($"  silo      {silo.Address}health  (process {silo.Id})");
        }

        Console.WriteLine($"  journal   {cluster.Journal}");
        Console.WriteLine(cluster.Redis is { } redis ? $"  members   redis://{redis.ConnectionString}" : "");
        Console.WriteLine("Open both web nodes beside each other: they show one board. Ctrl+C stops everything.");
    }
}
