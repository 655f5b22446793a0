using System.Collections.Frozen;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;

namespace CapacityBoard.Runtime.InProcess;

/// <summary>Which class makes the grains of which interface.</summary>
internal sealed class GrainClasses
{
    private readonly FrozenDictionary<Type, GrainClass[]> _byInterface;

    private GrainClasses(FrozenDictionary<Type, GrainClass[]> byInterface) => _byInterface = byInterface;

    /// <summary>The grain classes of an assembly.</summary>
    public static GrainClasses In(Assembly assembly) => new(assembly.GetTypes()
        .Where(type => type.IsClass && !type.IsAbstract && type.IsAssignableTo(typeof(IGrainBase)))
        .Select(type => new GrainClass(type))
        .SelectMany(each => each.Interfaces.Select(contract => (Contract: contract, Class: each)))
        .GroupBy(pair => pair.Contract, pair => pair.Class)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray()));

    /// <exception cref="ArgumentException">No class implements the interface, or several do.</exception>
    public GrainClass Of(Type contract) => _byInterface.GetValueOrDefault(contract) switch
    {
        null => throw new ArgumentException($"No grain class implements {contract.Name}."),
        [var only] => only,
        var several => throw new ArgumentException(
            $"{contract.Name} is implemented by {string.Join(", ", several.Select(each => each.Name))}; ask for the own interface of one of them."),
    };
}

/// <summary>A grain's class, and how one is made.</summary>
internal sealed class GrainClass(Type type)
{
    private readonly ObjectFactory _make = ActivatorUtilities.CreateFactory(type, [typeof(IGrainContext)]);

    public string Name => type.Name;

    public IEnumerable<Type> Interfaces => type.GetInterfaces()
        .Where(each => each != typeof(IGrainWithStringKey) && each.IsAssignableTo(typeof(IGrainWithStringKey)));

    public IGrainBase Make(IServiceProvider services, IGrainContext context) => (IGrainBase)_make(services, [context]);
}
