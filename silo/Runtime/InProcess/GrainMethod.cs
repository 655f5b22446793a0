using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;

namespace CapacityBoard.Runtime.InProcess;

/// <summary>A method of a grain's interface, compiled once so that a call of it costs no reflection.</summary>
internal abstract class GrainMethod
{
    private static readonly ConcurrentDictionary<MethodInfo, GrainMethod> Known = new();

    public static GrainMethod Of(MethodInfo method) => Known.GetOrAdd(method, Compile);

    /// <summary>Calls the grain in a turn of its own; the task is of the method's own type.</summary>
    public abstract Task Call(InProcessGrainFactory factory, GrainId id, object?[] arguments);

    private static GrainMethod Compile(MethodInfo method) =>
        method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(Task<>)
            ? (GrainMethod)Activator.CreateInstance(typeof(GrainMethod<>).MakeGenericType(method.ReturnType.GetGenericArguments()), method)!
            : throw new NotSupportedException($"{method.DeclaringType!.Name}.{method.Name} answers no Task<T>, as every method of a grain here does.");
}

/// <inheritdoc/>
internal sealed class GrainMethod<TAnswer>(MethodInfo method) : GrainMethod
{
    private readonly Func<object, object?[], Task<TAnswer>> _invoke = Compile(method);

    public override Task Call(InProcessGrainFactory factory, GrainId id, object?[] arguments) => factory.Call(id, this, arguments);

    public Task<TAnswer> Invoke(IGrainBase grain, object?[] arguments) => _invoke(grain, arguments);

    private static Func<object, object?[], Task<TAnswer>> Compile(MethodInfo method)
    {
        var grain = Expression.Parameter(typeof(object));
        var arguments = Expression.Parameter(typeof(object?[]));
        var values = method.GetParameters().Select((parameter, index) =>
            Expression.Convert(Expression.ArrayIndex(arguments, Expression.Constant(index)), parameter.ParameterType));
        var call = Expression.Call(Expression.Convert(grain, method.DeclaringType!), method, values);
        return Expression.Lambda<Func<object, object?[], Task<TAnswer>>>(call, grain, arguments).Compile();
    }
}
