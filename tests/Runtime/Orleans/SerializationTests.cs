using System.Text.Json;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace CapacityBoard.Runtime.Orleans;

/// <summary>
/// What grains are sent and answer survives the way to another process. Inside one process it is only copied, or, being
/// immutable, not even that, so no other test of one process would notice.
/// </summary>
public sealed class SerializationTests : IDisposable
{
    private static readonly Dictionary<Type, List<object>> Found = Examples.Find();

    private readonly ServiceProvider _services = new ServiceCollection().AddSerializer().BuildServiceProvider();

    public static TheoryData<string> Types => [.. Serializable().Select(type => type.Name).Order()];

    public void Dispose() => _services.Dispose();

    [Theory, MemberData(nameof(Types))]
    public void GivenValuesOfAType_WhenSentToAnotherProcess_ThenTheSameThere(string name)
    {
        var type = Serializable().Single(each => each.Name == name);
        var examples = type.IsEnum ? [.. Enum.GetValues(type).Cast<object>()] : Found.GetValueOrDefault(type, []);
        examples.ShouldNotBeEmpty($"no random history has a {name}: let RandomCommands make one");

        foreach (var example in examples)
        {
            Json(Send(example)).ShouldBe(Json(example));
        }
    }

    private static IEnumerable<Type> Serializable() => typeof(Site).Assembly.GetTypes()
        .Where(type => type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false) && !type.IsAbstract);

    private static string Json(object value) => JsonSerializer.Serialize(value, value.GetType(), DomainJson.Options);

    private object Send(object value)
    {
        var serializer = _services.GetRequiredService<Serializer>();
        return serializer.Deserialize<object>(serializer.SerializeToArray(value))!;
    }
}
