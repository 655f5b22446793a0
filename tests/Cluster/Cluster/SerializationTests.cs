using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using CapacityBoard.Beds;
using CapacityBoard.Feeds;
using CapacityBoard.Journal;
using CapacityBoard.Messages;
using CapacityBoard.Offers;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using CapacityBoard.Support.Feeds;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace CapacityBoard.Cluster;

/// <summary>
/// What does not serialise shows only between two processes: within one, Orleans copies. So every type that the domain
/// marks for it is written as bytes and read again, on values out of random histories.
/// </summary>
public sealed class SerializationTests
{
    private const ulong Seed = 2018;
    private const int Histories = 100;
    private const int StatesOfAHistory = 2;
    private const int LongestHistory = 60;
    private const int ExamplesOfAType = 30;

    private static readonly Serializer Serializer = new ServiceCollection()
        .AddSerializer(builder => builder.AddAssembly(typeof(Site).Assembly))
        .BuildServiceProvider()
        .GetRequiredService<Serializer>();

    public static TheoryData<string> Types => [.. Marked().Select(type => type.FullName!)];

    private static Lazy<Dictionary<Type, List<object>>> Examples { get; } = new(Collect);

    [Theory, MemberData(nameof(Types))]
    public void GivenValuesOfAMarkedType_WhenWrittenAndReadAgain_ThenTheSame(string name)
    {
        var type = typeof(Site).Assembly.GetType(name)!;
        var examples = type.IsEnum ? [.. type.GetEnumValues().Cast<object>()] : Examples.Value.GetValueOrDefault(type, []);
        examples.ShouldNotBeEmpty($"no history has a {name}: add an example of it to {nameof(SerializationTests)}.{nameof(Roots)}");
        foreach (var example in examples)
        {
            var read = Serializer.Deserialize<object>(Serializer.SerializeToArray<object>(example));

            read.ShouldBeOfType(type);
            Json(read).ShouldBe(Json(example));
        }
    }

    /// <summary>They are in no JSON, because no caller may say them.</summary>
    [Fact]
    public void GivenOfferWithFees_WhenWrittenAndReadAgain_ThenTheFeesAreKept()
    {
        var offer = new OfferPlace("S-1", SiteKey.Of("stockport", "oak-house"), BedType.GeneralNursing) { Fees = new(new(950, 1200, true, 75), new(GivenSite.Start, "")) };

        Serializer.Deserialize<object>(Serializer.SerializeToArray<object>(offer)).ShouldBe(offer);
    }

    /// <summary>It is in no JSON either: only the hospital's own system says who is in a bed already.</summary>
    [Fact]
    public void GivenSomebodyWhoIsThereAlready_WhenWrittenAndReadAgain_ThenSinceWhenIsKept()
    {
        var ward = SiteKey.OfWard("stockport", "stepping-hill-hospital", "a1");
        SiteCommand[] commands =
        [
            new AdmitStay("S-1", "1", Since: GivenSite.Start), new BeginTransfer("S-1", ward, "1", Since: GivenSite.Start), new CancelDischarge("S-1", "wrong", IsHere: true),
        ];
        foreach (var command in commands)
        {
            Serializer.Deserialize<object>(Serializer.SerializeToArray<object>(command)).ShouldBe(command);
            Json(command).ShouldNotContain("ince");
            Json(command).ShouldNotContain("isHere");
        }
    }

    /// <summary>
    /// The bytes that nodes of other versions write and read: one line for each type and shape, of its alias, its value as JSON and
    /// its bytes. Lines are added and never changed, or nodes of two versions cannot be in one cluster.
    /// </summary>
    [Fact]
    public void GivenEveryShapeThatNodesSend_WhenReadAndWritten_ThenTheSame()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Cluster", "wire.golden")).Select(line => line.Split('\t')).ToList();
        foreach (var line in lines)
        {
            var value = Serializer.Deserialize<object>(Convert.FromBase64String(line[2]))!;

            AliasOf(value.GetType()).ShouldBe(line[0]);
            HasAll(JsonNode.Parse(line[1]), JsonNode.Parse(Json(value))).ShouldBeTrue($"{line[0]} was written as {line[1]} and is read as {Json(value)}");
        }

        var missing = Marked().Where(type => !type.IsEnum && lines.All(line => line[0] != AliasOf(type))).Select(Golden)
            .Concat(lines.GroupBy(line => line[0]).Select(shapes => shapes.Last()).Where(newest => Written(newest) != newest[2]).Select(newest => $"{newest[0]}\t{newest[1]}\t{Written(newest)}"))
            .ToList();
        if (missing is not [])
        {
            Assert.Fail($"Add these lines to tests/Cluster/Cluster/wire.golden, and leave those that are there:\n{string.Join('\n', missing)}");
        }
    }

    /// <summary>True where all that was said is said still; a type may have got more since, and a reason for delay another code.</summary>
    private static bool HasAll(JsonNode? said, JsonNode? read) => (said, read) switch
    {
        (JsonObject before, JsonObject now) => before.All(property => HasAll(property.Value, now[property.Key])),
        (JsonArray before, JsonArray now) => before.Count == now.Count && before.Zip(now, HasAll).All(same => same),
        _ => JsonNode.DeepEquals(said, read) || (Codes.TryParse<DelayReason>(said?.ToString(), out var reason) && Codes.Of(reason) == read?.ToString()),
    };

    /// <summary>A shape as it is written now: what was added since to its type stands at its end.</summary>
    private static string Written(string[] line) => Convert.ToBase64String(Serializer.SerializeToArray(Serializer.Deserialize<object>(Convert.FromBase64String(line[2]))!));

    private static string Golden(Type type)
    {
        var richest = Examples.Value[type].MaxBy(example => Json(example).Length)!;
        return $"{AliasOf(type)}\t{Json(richest)}\t{Convert.ToBase64String(Serializer.SerializeToArray(richest))}";
    }

    private static string AliasOf(Type type) => type.GetCustomAttribute<AliasAttribute>(inherit: false)!.Alias;

    private static IEnumerable<Type> Marked() => typeof(Site).Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<GenerateSerializerAttribute>() is not null && !type.IsAbstract)
        .OrderBy(type => type.FullName, StringComparer.Ordinal);

    private static string Json(object value) => JsonSerializer.Serialize(value, value.GetType(), DomainJson.Options);

    private static Dictionary<Type, List<object>> Collect()
    {
        var examples = Marked().ToDictionary(type => type, _ => new List<object>());
        foreach (var root in Roots())
        {
            Walk(root, examples);
        }

        return examples;
    }

    /// <summary>What goes between a web node and a grain: requests, outcomes and states.</summary>
    private static IEnumerable<object> Roots()
    {
        foreach (var turns in SiteActs.Any.Generator.Sample(LongestHistory, new FsCheck.Rnd(Seed), Histories).Select(history => history.Run()))
        {
            foreach (var turn in turns)
            {
                yield return new SiteRequest(turn.Command, turn.Operation, "The Limes");
                yield return new Outcome(turn.Site.Version, turn.Decision.Refusal);
            }

            foreach (var turn in turns.TakeLast(StatesOfAHistory))
            {
                yield return turn.Site;
            }
        }

        yield return new Position(53.41, -2.16);
        yield return new LineSeen(12, 10, 1);
        yield return new MarkedDay(new(2026, 3, 4), false, DelayReason.Transport, "No crew", new(GivenSite.Start, "A1"));
        yield return new OfferWithdrawal(WithdrawalReason.NotSuitable, "Has no lift", new(GivenSite.Start, "A1"));
        yield return new GivenLetter(ChoiceLetter.First, new(2026, 3, 4), new(GivenSite.Start, "A1"));
        yield return new Unreadable(GivenSite.Start, 17, "beds-painted");
        var item = new MessageItem("answer-enquiry|stockport/oak-house|e-1@1772611200000", MessageStage.Reminder);
        var message = new Message("m-1", "c-1", [item], GivenSite.Start, MayRepeat: true, MessageFate.Sent, GivenSite.Start, "Silent", GivenSite.Start) { Used = [item.Matter] };
        var result = new SendResult(SendStatus.Later, "Too many", TimeSpan.FromMinutes(1));
        yield return OutboxDecisions.Note(new() { Messages = [message, new("m-2", "c-2", [item], GivenSite.Start)] }, "m-2", result, GivenSite.Start);
        yield return new SendRequest("m-1", "c-1", [item]);
        yield return new SendTurn(message, GivenSite.Start);
        yield return result;
        yield return new Transfer(SiteKey.OfWard("stockport", "stepping-hill-hospital", "a1"), "1", "operation-1", GivenSite.Start);
        yield return OfFeeds();
        yield return new FeedAnswer(FeedVerdict.Waits, "The location ZZ is not mapped to a ward.");
        yield return new FeedEntry(GivenSite.Start, "Ida Smith", List: new(GivenSite.Start, [new("V2", new("A1"), GivenSite.Start)]), Dismissed: ["f"]);
    }

    private static FeedView OfFeeds()
    {
        var message = new AdtMessage(
            "M1",
            "A50",
            GivenSite.Start,
            GivenSite.Start.AddMinutes(-5),
            [new(new("V2", "X2", "C2", true), new("V1"), new("A1", "2", "04", "SHH"), "I", GivenSite.Start, GivenSite.Start, new(2026, 3, 9), "19", "1", AgeBand.From85, "stockport", "O")]);
        var obstacle = new FeedObstacle(FeedProblem.LocationNotMapped, "A1^2^04");
        var feed = new HospitalFeed();
        feed.Take(new(1, new(FeedSequence.Evening, "Ida Smith", Definition: FeedSequence.Definition)));
        feed.Take(new(2, new(FeedSequence.Evening, Message: FeedLine.Parse("A01 09:00 S1 A1^2^04 exp=+3 dest=19 meth=1").Message())));
        feed.Take(new(3, new(FeedSequence.Evening, Message: FeedLine.Parse("A03 15:00 S1 A1^2^04 occ=11:00").Message())));
        feed.Take(new(4, new(FeedSequence.Evening, Message: FeedLine.Parse("A02 12:00 S1 B2^1^01").Message())));
        return new(
            FeedSequence.Definition,
            [.. feed.All],
            ImmutableDictionary<string, string>.Empty.Add("S1", "The board has a discharge"),
            [new("f", GivenSite.Start, message, obstacle)],
            GivenSite.Start);
    }

    private static void Walk(object? value, Dictionary<Type, List<object>> examples)
    {
        if (value is null or string)
        {
            return;
        }

        if (value is IEnumerable several)
        {
            if (!IsUninitialised(value))
            {
                foreach (var each in several)
                {
                    Walk(each, examples);
                }
            }

            return;
        }

        if (examples.TryGetValue(value.GetType(), out var found))
        {
            if (found.Count < ExamplesOfAType)
            {
                found.Add(value);
            }

            foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(each => each.GetIndexParameters().Length == 0))
            {
                Walk(property.GetValue(value), examples);
            }
        }
    }

    private static bool IsUninitialised(object value) => value.GetType().GetProperty("IsDefault")?.GetValue(value) is true;
}
