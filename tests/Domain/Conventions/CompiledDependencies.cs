using Mono.Cecil;
using Mono.Cecil.Cil;

namespace CapacityBoard.Conventions;

/// <summary>Which types of a compiled assembly use which others of it, in signatures and bodies; a page's view is a type too.</summary>
internal sealed class CompiledDependencies
{
    private const string Root = "CapacityBoard.";

    private readonly Dictionary<string, string> _folderOfView;

    private CompiledDependencies(ModuleDefinition module)
    {
        _folderOfView = module.Assembly.CustomAttributes
            .Where(attribute => attribute.AttributeType.Name == "RazorCompiledItemAttribute")
            .ToDictionary(attribute => ((TypeReference)attribute.ConstructorArguments[0].Value).FullName, attribute => FolderOfPath((string)attribute.ConstructorArguments[2].Value));
        Uses = [.. from type in module.Types
                   where FolderOf(type) is not null
                   from used in UsedBy(type).Distinct()
                   where used != type && FolderOf(used) is not null
                   select (type, used)];
    }

    /// <summary>Each once, with the types that are nested counted as their outermost one.</summary>
    public IReadOnlyList<(TypeDefinition User, TypeDefinition Used)> Uses { get; }

    public static CompiledDependencies In(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        return new(module);
    }

    /// <summary>The folder at the top of the project that a type stands in; null for what the compiler made of nothing of ours.</summary>
    public string? FolderOf(TypeDefinition type) => _folderOfView.TryGetValue(type.FullName, out var folder) ? folder
        : type.Namespace.StartsWith(Root, StringComparison.Ordinal) ? type.Namespace[Root.Length..].Split('.')[0]
        : null;

    private static string FolderOfPath(string path) => path.Trim('/').Split('/') is { Length: > 1 } parts ? parts[0] : "";

    private static IEnumerable<TypeDefinition> UsedBy(TypeDefinition type) => NamedBy(type).Concat(type.NestedTypes.SelectMany(UsedBy))
        .SelectMany(Parts)
        .Select(part => Outermost(part, type.Module))
        .OfType<TypeDefinition>();

    private static IEnumerable<TypeReference?> NamedBy(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(each => each.InterfaceType),
        .. type.CustomAttributes.Select(each => each.AttributeType),
        .. type.GenericParameters.SelectMany(each => each.Constraints).Select(each => each.ConstraintType),
        .. type.Fields.Select(each => each.FieldType),
        .. type.Properties.Select(each => each.PropertyType),
        .. type.Methods.SelectMany(NamedBy),
    ];

    private static IEnumerable<TypeReference?> NamedBy(MethodDefinition method) =>
    [
        method.ReturnType,
        .. method.Parameters.Select(each => each.ParameterType),
        .. method.GenericParameters.SelectMany(each => each.Constraints).Select(each => each.ConstraintType),
        .. method.HasBody ? method.Body.Variables.Select(each => each.VariableType) : [],
        .. method.HasBody ? method.Body.Instructions.SelectMany(NamedBy) : [],
    ];

    private static IEnumerable<TypeReference?> NamedBy(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        MethodReference method => [method.DeclaringType, method.ReturnType, .. method is GenericInstanceMethod generic ? generic.GenericArguments : []],
        FieldReference field => [field.DeclaringType, field.FieldType],
        _ => [],
    };

    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null => [],
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
        TypeSpecification wrapped => Parts(wrapped.ElementType),
        _ => [type],
    };

    /// <summary>Null for a type of another assembly.</summary>
    private static TypeDefinition? Outermost(TypeReference type, ModuleDefinition module)
    {
        while (type.DeclaringType is not null)
        {
            type = type.DeclaringType;
        }

        return type as TypeDefinition ?? (type.Scope == module ? module.GetType(type.FullName) : null);
    }
}
