using System.Reflection;
using CapacityBoard.CareHomes;
using CapacityBoard.Sites;

namespace CapacityBoard.Cluster;

/// <summary>A care home whose calls fail as the script says, until the script is over.</summary>
internal sealed class ScriptedHome(params IEnumerable<Exception> script) : ICareHomeGrain
{
    private readonly Queue<Exception> _script = new(script);

    /// <summary>What every attempt asked for.</summary>
    public List<SiteRequest> Asked { get; } = [];

    /// <summary>The deadline that each attempt came with.</summary>
    public List<object?> Deadlines { get; } = [];

    public Task<Outcome> Execute(SiteRequest request)
    {
        Asked.Add(request);
        Deadlines.Add(RequestContext.Get("capacity-board.deadline"));
        return _script.TryDequeue(out var failure) ? Task.FromException<Outcome>(failure) : Task.FromResult(new Outcome(Asked.Count));
    }

    public Task<Site> Read() => throw new NotSupportedException();

    /// <summary>A factory that knows this home alone.</summary>
    public IGrainFactory Factory()
    {
        var factory = DispatchProxy.Create<IGrainFactory, OneGrain>();
        ((OneGrain)factory).Grain = this;
        return factory;
    }

#pragma warning disable CA1852 // The proxy's own class is derived from it.
    internal class OneGrain : DispatchProxy
#pragma warning restore CA1852
    {
        public object? Grain { get; set; }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => Grain;
    }
}
