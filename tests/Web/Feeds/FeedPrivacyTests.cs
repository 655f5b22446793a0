using System.Text;
using CapacityBoard.Support;
using CapacityBoard.Support.Feeds;
using Microsoft.Extensions.Logging;

namespace CapacityBoard.Feeds;

/// <summary>
/// Messages in which each name, number, date and address is a word of its own: none is anywhere in the data folder, in logs, metrics, pages or answers,
/// whether the message was applied, waits, or could not be read.
/// </summary>
public sealed class FeedPrivacyTests : IAsyncLifetime
{
    private static readonly string[] Words =
    [
        "Surnameword", "Forenameword", "Middleword", "Aliasword", "Streetword", "Villageword", "Townword", "SK2 7JE", "SK27JE", "01614960123", "Kinsurnameword", "Kinforenameword", "Kinstreetword",
        "Doctorword", "Consultantword", "Reasonword", "Diagnosisword", "Zsegmentword", "CLERKWORD", "Clerknameword", "NHSNUMBERWORD", "9434765919", "HOSPS", "HOSPOLD9", "19380501", "1938-05-01", "1938",
    ];

    private readonly CapturedLog _log = new();
    private readonly FeedBoard _given;

    public FeedPrivacyTests() => _given = new() { Configure = builder => builder.Logging.AddProvider(_log).SetMinimumLevel(LogLevel.Trace) };

    public ValueTask InitializeAsync() => _given.InitializeAsync();

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task GivenMessagesOfEveryKind_ThenNothingOfAPersonIsKeptLoggedOrShown()
    {
        var hospital = await _given.Hospital("words");
        var board = _given.Board;
        using var sender = await MllpSender.Connect(_given.Listener);
        var answers = new List<string>();
        foreach (var (index, line) in FeedSequence.All.SelectMany(each => each.Lines).DistinctBy(line => line.Event).Append(FeedLine.Parse("A01 09:00 S77 ZZ^1^1 dob=1938-05-01")).Append(FeedLine.Parse("A01 09:00 JOHN A1^1^1")).Index())
        {
            var born = line with { More = line.More.Append(new("dob", "1938-05-01")).DistinctBy(pair => pair.Key).ToDictionary() };
            var dialect = Hl7Dialect.All[index % Hl7Dialect.All.Count];
            answers.Add(await sender.Send(dialect.Write(born, "words")));
            answers.Add(await sender.Send(dialect.Write(born, "nobodys")));
            answers.Add(await _given.Post(hospital, dialect.Write(born, "words").AsSpan(7).ToArray()));
        }

        (await _given.Feeds.Of(hospital).Read()).Waiting.Length.ShouldBeGreaterThan(1);
        using var administrator = new Visitor(board.Address, name: "Ida Smith", grants: [new(Access.Role.Administrator, Access.Scope.Everywhere), new(Access.Role.Ward, Access.Scope.Parse(hospital)), new(Access.Role.TransferTeam, Access.Scope.Parse("stockport"))]);
        var pages = new List<string>();
        foreach (var path in new[] { "/admin/feeds", $"/admin/feed?hospital={hospital}", "/stockport/hospitals/words/system", "/stockport/sites/words/a1", "/stockport/sites/words/b2", "/stockport", "/stockport/changes?since=24h", "/admin/audit" })
        {
            pages.Add((await administrator.Visit(path)).Text);
        }

        var feed = await administrator.Visit($"/admin/feed?hospital={hospital}");
        var tried = await administrator.Send(feed, "try", ("message", Encoding.UTF8.GetString(Hl7Dialect.All[4].Write(FeedLine.Parse("A01 09:00 S78 A1^2^04 dob=1938-05-01"), "words"))));
        tried.Text.ShouldContain("S78 is on Ward A1, bed 2-04.");
        pages.Add(tried.Text);
        pages.Add(await (await board.Http.GetAsync(new Uri("/metrics", UriKind.Relative))).Content.ReadAsStringAsync());
        var folder = board.DataFolder;
        await board.Stop();

        Found(string.Concat(answers)).ShouldBeEmpty("in answers");
        Found(string.Concat(pages)).ShouldBeEmpty("on pages");
        Found(_log.Text).ShouldBeEmpty("in logs");
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            var bytes = await File.ReadAllBytesAsync(file);
            Found(Encoding.Latin1.GetString(bytes)).ShouldBeEmpty(file);
            Found(Encoding.Unicode.GetString(bytes)).ShouldBeEmpty(file);
        }

        string.Concat(Directory.GetFiles(folder, "feeds.db*").Select(file => Encoding.Latin1.GetString(File.ReadAllBytes(file)))).ShouldContain("S77", Case.Sensitive, "what is looked for there would be found");
    }

    private static IEnumerable<string> Found(string text) => Words.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
