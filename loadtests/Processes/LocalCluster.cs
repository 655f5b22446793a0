using System.Globalization;
using CapacityBoard.Cluster;

namespace CapacityBoard.Processes;

/// <summary>How many processes of each kind to start.</summary>
/// <param name="Silos">0 if web nodes host the grains themselves.</param>
/// <param name="MembershipInRedis">True if silos keep the membership in a Redis of their own instead of the journal's PostgreSQL.</param>
/// <param name="Demonstration">True if an empty board fills with the demonstration.</param>
/// <param name="EarlierBuild">A folder with the silo and web programs of another build to start with; null for this build.</param>
public sealed record ClusterPlan(int Silos, int Webs, bool MembershipInRedis = false, bool Demonstration = false, string? EarlierBuild = null);

/// <summary>
/// The board on this machine as it would run on many: PostgreSQL, web nodes that share it, and silos that know each other
/// through that database or through Redis. Everything listens on free loopback ports and is stopped with the cluster.
/// </summary>
public sealed class LocalCluster : IAsyncDisposable
{
    private readonly ClusterPlan _plan;
    private readonly List<ServerProcess> _silos = [];
    private readonly List<ServerProcess> _webs = [];

    private LocalCluster(ClusterPlan plan, PostgresServer postgres) => (_plan, Postgres) = (plan, postgres);

    public PostgresServer Postgres { get; }

    /// <summary>Null if PostgreSQL keeps the membership.</summary>
    public RedisServer? Redis { get; private set; }

    /// <summary>The journal's connection string.</summary>
    public string Journal { get; private set; } = "";

    public IReadOnlyList<ServerProcess> Silos => _silos;

    public IReadOnlyList<ServerProcess> Webs => _webs;

    public static async Task<LocalCluster> Start(ClusterPlan plan)
    {
        var cluster = new LocalCluster(plan, await PostgresServer.Start());
        try
        {
            await cluster.Start();
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Restarts a web node that has ended, as its supervisor would.</summary>
    public async Task StartWebAgain(int web) => _webs[web] = await _webs[web].StartAgain();

    /// <summary>The silo that has run longest. Sites stay where they are when another silo starts, so it has most of them.</summary>
    public int OldestSilo => Enumerable.Range(0, _silos.Count).MinBy(silo => _silos[silo].StartedAt);

    /// <summary>Restarts a silo that has ended, as its supervisor would.</summary>
    public async Task StartSiloAgain(int silo) => _silos[silo] = await _silos[silo].StartAgain();

    /// <summary>Replaces every process by one of this build, one after another, silos first.</summary>
    public async Task Upgrade()
    {
        for (var silo = 0; silo < _silos.Count; silo++)
        {
            await _silos[silo].Stop();
            _silos[silo] = await _silos[silo].StartAgainUpgraded();
        }

        for (var web = 0; web < _webs.Count; web++)
        {
            await _webs[web].Stop();
            _webs[web] = await _webs[web].StartAgainUpgraded();
        }
    }

    /// <summary>Restarts every process that has ended.</summary>
    public async Task StartAgainWhatHasEnded()
    {
        for (var silo = 0; silo < _silos.Count; silo++)
        {
            await (_silos[silo].HasEnded ? StartSiloAgain(silo) : Task.CompletedTask);
        }

        for (var web = 0; web < _webs.Count; web++)
        {
            await (_webs[web].HasEnded ? StartWebAgain(web) : Task.CompletedTask);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_webs.Concat(_silos).Select(process => process.DisposeAsync().AsTask()));
        await (Redis?.DisposeAsync() ?? ValueTask.CompletedTask);
        await Postgres.DisposeAsync();
    }

    private async Task Start()
    {
        Journal = await Postgres.CreateDatabase();
        Redis = _plan.MembershipInRedis ? await RedisServer.Start() : null;
        await Add(_silos, _plan.Silos, Silo);
        await Add(_webs, _plan.Webs, Web);
        await MachineKey.Give(dataFolder: null, Journal, _plan.EarlierBuild is null ? [] : MachineKey.RolesOfAnyBuild);
    }

    /// <summary>Starts processes at once, since a start is mostly waiting. If one fails, the others are still kept for disposal.</summary>
    private static async Task Add(List<ServerProcess> processes, int count, Func<ServerProgram> program)
    {
        var starting = Enumerable.Range(0, count).Select(_ => ServerProcess.Start(program())).ToList();
        await ((Task)Task.WhenAll(starting)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var start in starting.Where(each => each.IsCompletedSuccessfully))
        {
            processes.Add(await start);
        }

        await Task.WhenAll(starting);
    }

    private ServerProgram Silo() => Member(ServerProgram.Silo("--journal", Journal))
        .With("Cluster:GatewayPort", FreePort.Next().ToString(CultureInfo.InvariantCulture));

    private ServerProgram Web()
    {
        var web = Member(ServerProgram.Web("--journal", Journal)).With("Cluster:HostsGrains", _plan.Silos > 0 ? "false" : "true");
        return _plan.Demonstration ? web with { Arguments = [.. web.Arguments.Where(argument => argument != "--no-demo")] } : web;
    }

    /// <summary>Sets a port for each process: if they started at once, they would all find the same one free.</summary>
    private ServerProgram Member(ServerProgram ofThisBuild)
    {
        var program = _plan.EarlierBuild is { } folder ? ofThisBuild.BuiltIn(folder) : ofThisBuild;
        var member = program.With("Cluster:SiloPort", FreePort.Next().ToString(CultureInfo.InvariantCulture));
        return Redis is { } redis ? member.With("Cluster:Redis", redis.ConnectionString) : member;
    }
}
