using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Conventions;

public sealed class GrainsConventionsTests
{
    private static readonly Assembly Grains = typeof(Site).Assembly;

    /// <summary>What may not be named in the domain: it would read a clock, file, socket or random number, or print.</summary>
    private static readonly string[] Outside =
    [
        "System.IO.", "System.Net.", "System.Random", "System.Security.Cryptography.", "System.Diagnostics.Stopwatch", "System.Diagnostics.Process",
        "System.Environment", "System.Console", "System.Threading.Timer", "System.DateTime.get_Now", "System.DateTime.get_UtcNow",
        "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow", "System.Guid.NewGuid",
        "System.TimeProvider.get_System", "System.Threading.Tasks.Task.Delay", "System.Threading.Thread.Sleep",
    ];

    /// <summary>Functions of what they are given, in those namespaces: a hash, and whether a name fits a pattern.</summary>
    private static readonly string[] Pure = ["System.Security.Cryptography.SHA256", "System.IO.Enumeration.FileSystemName"];

    [Fact]
    public void GivenTheDomain_ThenItReadsNoClockFileSocketOrRandomNumber() =>
        OutsideNamedIn(Grains).Where(name => !Pure.Any(pure => name == pure || name.StartsWith($"{pure}.", StringComparison.Ordinal))).ShouldBeEmpty();

    [Fact]
    public void GivenAnAssemblyThatReadsFiles_ThenTheCheckSeesIt() =>
        OutsideNamedIn(typeof(GrainsConventionsTests).Assembly).ShouldContain(name => name.StartsWith("System.IO.File", StringComparison.Ordinal));

    [Fact]
    public void GivenWhatGrainsAreSentAndAnswer_ThenItMayCrossMachines()
    {
        var sent = Sent();
        sent.Count.ShouldBeGreaterThan(40);
        sent.Where(type => !type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false)).ShouldBeEmpty();
        sent.Where(type => !type.IsEnum && !type.IsDefined(typeof(ImmutableAttribute), inherit: false)).ShouldBeEmpty();
    }

    [Fact]
    public void GivenWhatGrainsAreSentAndAnswer_ThenEachTypeHasANameOfItsOwnOnTheWire()
    {
        var names = Sent().Select(type => type.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias ?? $"{type} has none").ToList();
        names.ShouldAllBe(name => name.StartsWith("board.", StringComparison.Ordinal));
        names.ShouldBeUnique();
    }

    [Fact]
    public void GivenWhatGrainsAreSentAndAnswer_ThenNoStoredPropertyIsLeftBehind() =>
        Sent().SelectMany(Stored)
            .Where(property => !property.IsDefined(typeof(IdAttribute)) && !HasIdAsParameter(property))
            .Select(property => $"{property.DeclaringType}.{property.Name}")
            .ShouldBeEmpty();

    [Fact]
    public void GivenPublicRecordsAndClasses_ThenSealedOrAbstract() =>
        Grains.GetExportedTypes().Where(type => type.IsClass && !type.IsSealed && !type.IsAbstract).ShouldBeEmpty();

    [Fact]
    public void GivenTheState_ThenNothingInItCanBeSetAfterwards() =>
        Sent().SelectMany(Stored)
            .Where(property => property.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Any(each => each.Name == "IsExternalInit"))
            .ShouldBeEmpty();

    /// <summary>The types of a grain's requests and answers, with all that they hold.</summary>
    private static HashSet<Type> Sent()
    {
        var sent = new HashSet<Type>();
        var next = new Queue<Type>([typeof(SiteRequest), typeof(Outcome), typeof(Site)]);
        while (next.TryDequeue(out var type))
        {
            if (type.Assembly == Grains && sent.Add(type))
            {
                Grains.GetTypes().Where(other => other.BaseType == type).Concat(Stored(type).SelectMany(TypesIn)).ToList().ForEach(next.Enqueue);
            }
        }

        return sent;
    }

    private static IEnumerable<PropertyInfo> Stored(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => type.GetField($"<{property.Name}>k__BackingField", BindingFlags.NonPublic | BindingFlags.Instance) is not null);

    private static IEnumerable<Type> TypesIn(PropertyInfo property) => [property.PropertyType, .. property.PropertyType.GetGenericArguments()];

    private static bool HasIdAsParameter(PropertyInfo property) =>
        property.DeclaringType!.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Any(constructor => constructor.GetParameters().Any(parameter => parameter.Name == property.Name && parameter.IsDefined(typeof(IdAttribute))));

    private static List<string> OutsideNamedIn(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var names = file.GetMetadataReader();
        return [.. names.MemberReferences.Select(handle => names.GetMemberReference(handle))
            .Where(member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member => $"{NameOf((TypeReferenceHandle)member.Parent, names)}.{names.GetString(member.Name)}")
            .Concat(names.TypeReferences.Select(handle => NameOf(handle, names)))
            .Where(name => Outside.Any(outside => name.StartsWith(outside, StringComparison.Ordinal)))];
    }

    private static string NameOf(TypeReferenceHandle handle, MetadataReader names)
    {
        var type = names.GetTypeReference(handle);
        return $"{names.GetString(type.Namespace)}.{names.GetString(type.Name)}";
    }
}
