using System.Reflection;
using CapacityBoard.Sites;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace CapacityBoard.Cluster;

/// <summary>A call of a site as the filter sees it. Each attempt fails as the script says, until the script is over.</summary>
/// <param name="clearsItsRequest">As a grain in the same process does once its turn is over, whoever still waits for it.</param>
#pragma warning disable CA1001 // The request is the script's own and holds nothing.
internal sealed class ScriptedCall(SiteRequest request, Queue<Exception> script, bool clearsItsRequest = false) : IOutgoingGrainCallContext, ISiteGrain
#pragma warning restore CA1001
{
    private readonly ScriptedRequest _asked = new(request);

    /// <summary>What every attempt was asked.</summary>
    public List<SiteRequest?> Asked { get; } = [];

    /// <summary>Sends a new call through the filter, as the reference of a real grain does.</summary>
    public Func<IOutgoingGrainCallContext, Task>? Filter { get; set; }

    public IInvokable Request => _asked;

    public object Grain => this;

    public MethodInfo InterfaceMethod => typeof(ISiteGrain).GetMethod(nameof(ISiteGrain.Execute))!;

    public object? Result { get; set; }

    public Response? Response { get; set; }

    public IGrainContext? SourceContext => null;

    public GrainId? SourceId => null;

    public GrainId TargetId => GrainId.Create("carehome", "stockport/home-1");

    public GrainInterfaceType InterfaceType => default;

    public string InterfaceName => nameof(ISiteGrain);

    public string MethodName => nameof(ISiteGrain.Execute);

    public Task Invoke()
    {
        Asked.Add(_asked.Argument as SiteRequest);
        if (clearsItsRequest)
        {
            _asked.Clear();
        }

        if (script.TryDequeue(out var failure))
        {
            return Task.FromException(failure);
        }

        Result = new Outcome(Asked.Count);
        return Task.CompletedTask;
    }

    public async Task<Outcome> Execute(SiteRequest again)
    {
        var call = new ScriptedCall(again, script, clearsItsRequest) { Filter = Filter };
        try
        {
            await Filter!(call);
            return (Outcome)call.Result! with { Version = Asked.Count + 1 };
        }
        finally
        {
            Asked.AddRange(call.Asked);
        }
    }

    public Task<Site> ReadSite() => throw new NotSupportedException();

    private sealed class ScriptedRequest(SiteRequest request) : IInvokable
    {
        public object? Argument { get; private set; } = request;

        public object? GetArgument(int index) => Argument;

        public void SetArgument(int index, object value) => Argument = value;

        public int GetArgumentCount() => 1;

        public void Clear() => Argument = null;

        public void Dispose()
        {
        }

        public object? GetTarget() => null;

        public void SetTarget(ITargetHolder holder)
        {
        }

        public ValueTask<Response> Invoke() => throw new NotSupportedException();

        public string GetMethodName() => nameof(ISiteGrain.Execute);

        public string GetInterfaceName() => nameof(ISiteGrain);

        public string GetActivityName() => nameof(ISiteGrain);

        public MethodInfo GetMethod() => typeof(ISiteGrain).GetMethod(nameof(ISiteGrain.Execute))!;

        public Type GetInterfaceType() => typeof(ISiteGrain);
    }
}
