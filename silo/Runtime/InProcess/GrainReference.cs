using System.Reflection;

namespace CapacityBoard.Runtime.InProcess;

/// <summary>What a caller holds in a grain's place: each call of it becomes a turn of the grain's activation.</summary>
#pragma warning disable CA1852 // DispatchProxy derives from it.
internal class GrainReference : DispatchProxy
#pragma warning restore CA1852
{
    private InProcessGrainFactory? _factory;
    private GrainId _id;

    public static TGrainInterface To<TGrainInterface>(GrainId id, InProcessGrainFactory factory)
        where TGrainInterface : IGrainWithStringKey
    {
        var reference = Create<TGrainInterface, GrainReference>();
        ((GrainReference)(object)reference)._factory = factory;
        ((GrainReference)(object)reference)._id = id;
        return reference;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        GrainMethod.Of(targetMethod!).Call(_factory!, _id, args!);
}

/// <summary>Which grain: its class and its key.</summary>
internal readonly record struct GrainId(GrainClass Class, string Key);
