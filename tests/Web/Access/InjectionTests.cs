using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using CapacityBoard.Access.Accounts;
using CapacityBoard.Access.Keys;
using CapacityBoard.Access.Store;
using CapacityBoard.Access.Wallboards;
using CapacityBoard.Hosting.Api;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Access;

/// <summary>
/// Text that would be more than text, in every text of every command, in every name and in every field of every form; looked
/// for in all pages and files.
/// </summary>
public sealed partial class InjectionTests(TestBoard board) : IClassFixture<TestBoard>
{
    /// <summary>Begins a formula and a tag, and ends an attribute. Short, so that a bed's label takes it.</summary>
    private const string Attack = "=<img src=x>\"'";

    private const string Tag = "<img src=x";

    [Fact]
    public async Task GivenTextThatIsMoreInEveryTextAndName_WhenShownOrTakenAwayOrTypedInForms_ThenItIsText()
    {
        await Names();
        var accepted = await SendEachText("shown", Attack);
        accepted.Count.ShouldBeGreaterThan(20);
        using var person = new Visitor(board.Address);

        var crawl = await PageCrawl.By(person);
        crawl.Files.Add(await person.Visit("/admin/audit?format=csv"));
        var answers = await TypeIn(person, crawl);

        var wrong = crawl.Pages.Concat(answers).Where(page => page.Status >= 500 || page.Html.Contains(Tag, StringComparison.Ordinal)).Select(page => $"{page.Status} {page.Path}").ToList();
        wrong.AddRange(crawl.Files.Where(file => Runs().IsMatch(file.Html)).Select(file => $"{file.Path} has a formula: {Runs().Match(file.Html).Value}"));
        wrong.ShouldBeEmpty();
        answers.Count.ShouldBeGreaterThan(300);
        crawl.Pages.ShouldContain(page => page.Html.Contains(System.Text.Encodings.Web.HtmlEncoder.Default.Encode(Attack), StringComparison.Ordinal));
        crawl.Files.ShouldContain(file => file.Html.Contains("'=<img", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GivenLineBreaksOrWhatIsNotSeenInEveryText_WhenSent_ThenNoneIsTaken()
    {
        (await SendEachText("bad", "one\r\nSet-Cookie: evil=1", "one\nX: two", "one\ttwo", "one\0", "one\u2028two", "\u202Eeno", "o\u200Bne", "\uFEFFone", "o\u2066ne")).ShouldBeEmpty();
    }

    /// <summary>The text in each field of each form once, the others as they stand.</summary>
    private static async Task<List<VisitedPage>> TypeIn(Visitor person, PageCrawl crawl)
    {
        var (done, answers) = (new HashSet<string>(), new List<VisitedPage>());
        foreach (var form in crawl.Pages.SelectMany(page => page.AllForms()).Where(form => form.Fields.Keys.Any(IsTyped)))
        {
            foreach (var field in form.Fields.Keys.Where(IsTyped).Where(field => done.Add($"{PageCrawl.KindOf(form.Action)} {form.IsRead} {HandlerIn(form)} {field}")))
            {
                answers.Add(await person.Send(form with { Fields = new Dictionary<string, string>(form.Fields) { ["format"] = "", [field] = Attack } }));
            }
        }

        return answers;
    }

    private static bool IsTyped(string field) => field != "__RequestVerificationToken";

    private static string HandlerIn(FoundForm form) => Handler().Match(form.Action).Groups[1].Value;

    /// <summary>An account, a key and a wallboard's link whose names are more than names.</summary>
    private async Task Names()
    {
        var services = board.Services;
        var now = board.Clock.GetUtcNow();
        await services.GetRequiredService<AccessStore>().Add(
            new Account { Name = $"{Attack} 1", UserName = "named@example.org", Created = now, CreatedBy = Attack, SecurityStamp = "stamp" });
        await services.GetRequiredService<ApiKeys>().Create($"{Attack} 2", [new(Role.Ward, Scope.Parse(TestBoard.Locality))], TimeSpan.FromDays(30), Attack);
        await services.GetRequiredService<WallboardLinks>().Create($"{Attack} 3", TestBoard.Locality, Attack);
        await services.GetRequiredService<Audit.AccessLog>().Write(new() { At = now, Who = Attack, Act = Attack, About = Attack, Stay = Attack, Address = Attack, Note = Attack });
    }

    /// <summary>Every command as often as it has texts, each time with one of them replaced; the answer is what was accepted.</summary>
    private async Task<List<string>> SendEachText(string site, params string[] texts)
    {
        var (accepted, registered) = (new List<string>(), new HashSet<SiteKind>());
        foreach (var command in ApiCommand.Routes().Select(ApiCommand.Of).OfType<ApiCommand>().Where(command => command.IsEverAccepted).DistinctBy(command => command.Name))
        {
            var at = SiteKey.Parse($"{command.NewSite()}-{site}");
            await board.Register(command.Kind, at);
            if (registered.Add(command.Kind))
            {
                await SendDetails(command.Kind, at);
            }

            foreach (var (before, operation) in command.Before())
            {
                await board.Say(command.Kind, at, before, operation);
            }

            foreach (var (path, text) in texts.SelectMany(text => PathsOf(command.Example()).Select(path => (path, text))))
            {
                await Send(HttpMethod.Post, command.AddressAt(at), command.Name, path, text, With(JsonOf(command.Example()), path, text));
            }
        }

        return accepted;

        // What is accepted stays, so that all of it is shown.
        async Task SendDetails(SiteKind kind, SiteKey at)
        {
            var details = new SiteDetails(kind, Ui.Labels.OfPart(at.Name), "1-123", kind == SiteKind.Ward ? "Stepping Hill Hospital" : null, Services: ["Respite"]) { OtherReferences = ["1-124"] };
            var said = JsonOf(details);
            foreach (var (path, text) in texts.SelectMany(text => PathsOf(details).Select(path => (path, text))))
            {
                var body = With(said.DeepClone(), path, text);
                said = await Send(HttpMethod.Put, SiteApi.AddressOf(kind, at), $"{kind}", path, text, body) ? body : said;
            }
        }

        async Task<bool> Send(HttpMethod method, string address, string name, object[] path, string text, JsonNode body)
        {
            var what = $"{name} {string.Join('.', path)}: {JsonSerializer.Serialize(text)}";
            var answer = await board.Send(method, address, new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json"));
            answer.Status.ShouldBeInRange(200, 499, what);
            accepted.AddRange(answer.IsAccepted ? [what] : []);
            return answer.IsAccepted;
        }
    }

    private static JsonNode JsonOf(object said) => JsonSerializer.SerializeToNode(said, said.GetType(), DomainJson.Options)!;

    private static JsonNode With(JsonNode body, object[] path, string text)
    {
        var holder = path[..^1].Aggregate(body, (node, step) => step is int index ? node[index]! : node[(string)step]!);
        if (path[^1] is int at)
        {
            holder[at] = text;
        }
        else
        {
            holder[(string)path[^1]] = text;
        }

        return body;
    }

    /// <summary>Where texts stand in the JSON of an example that has one wherever its type can carry one.</summary>
    private static IEnumerable<object[]> PathsOf(object example)
    {
        var paths = PathsIn(example.GetType(), JsonOf(example)).ToList();
        TextsOf(example.GetType()).Except(paths.Select(path => path.Text)).ShouldBeEmpty($"the example of {example.GetType().Name} says nothing there");
        return paths.Select(path => path.Path);
    }

    /// <summary>All texts that a type can carry, by the property that declares them.</summary>
    private static IEnumerable<string> TextsOf(Type type) => PropertiesOf(type).SelectMany(property => ElementOf(property.PropertyType) switch
    {
        var element when element == typeof(string) => [$"{type.Name}.{property.Name}"],
        var element when IsOurs(element) => TextsOf(element),
        _ => [],
    });

    /// <summary>Where they stand in the JSON of one of the type.</summary>
    private static IEnumerable<(string Text, object[] Path)> PathsIn(Type type, JsonNode node)
    {
        foreach (var property in PropertiesOf(type))
        {
            var (name, element) = (JsonNamingPolicy.CamelCase.ConvertName(property.Name), ElementOf(property.PropertyType));
            object[] step = element == property.PropertyType ? [name] : [name, 0];
            var inside = step.Length == 1 ? node[name] : node[name] is JsonArray { Count: > 0 } list ? list[0] : null;
            if (element == typeof(string) && (step.Length == 1 || inside is not null))
            {
                yield return ($"{type.Name}.{property.Name}", step);
            }
            else if (IsOurs(element) && inside is JsonObject)
            {
                foreach (var (text, path) in PathsIn(element, inside))
                {
                    yield return (text, [.. step, .. path]);
                }
            }
        }
    }

    /// <summary>Those that a caller can send.</summary>
    private static IEnumerable<PropertyInfo> PropertiesOf(Type type) =>
        type.GetProperties().Where(property => property.CanWrite && property.GetCustomAttribute<JsonIgnoreAttribute>() is null);

    private static Type ElementOf(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? type.GetGenericArguments()[0] : type;

    private static bool IsOurs(Type type) => type.IsClass && type.Assembly == typeof(SiteKey).Assembly && type != typeof(SiteKey);

    [GeneratedRegex("(?m)(^|,)\"?[=+@\\t-].*")]
    private static partial Regex Runs();

    [GeneratedRegex("handler=([A-Za-z]+)")]
    private static partial Regex Handler();
}
