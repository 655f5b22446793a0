using System.Net.Http.Headers;
using System.Text;
using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Hosting.Api;

/// <summary>
/// What is wrong is answered with a 4xx problem that names the field and says what is allowed, never with a 500, and
/// records nothing.
/// </summary>
public sealed class BadInputTests(TestBoard board) : IClassFixture<TestBoard>
{
    private const string Home = "/api/localities/stockport/care-homes/the-limes";
    private const string Line = """{"type":"general-nursing","total":10,"occupied":6}""";

    /// <summary>Name, command, body, status, code, field, words of the detail.</summary>
    public static TheoryData<string, string, string, int, string, string?, string> Bodies => new()
    {
        { "negative", "declare-vacancies", Lines("\"total\":-1,\"occupied\":0"), 422, "invalid", "lines[0].total", "from 0 to 2000" },
        { "impossible", "declare-vacancies", Lines("\"total\":2001,\"occupied\":0"), 422, "invalid", "lines[0].total", "from 0 to 2000" },
        { "beyond any integer", "declare-vacancies", Lines("\"total\":99999999999,\"occupied\":0"), 400, "bad-json", "lines[0].total", "a whole number" },
        { "fraction", "declare-vacancies", Lines("\"total\":1.5,\"occupied\":0"), 400, "bad-json", "lines[0].total", "a whole number" },
        { "number as text", "declare-vacancies", Lines("\"total\":\"10\",\"occupied\":0"), 400, "bad-json", "lines[0].total", "a whole number" },
        { "null number", "declare-vacancies", Lines("\"total\":null,\"occupied\":0"), 400, "bad-json", "lines[0].total", "a whole number" },
        { "number left out", "declare-vacancies", Lines("\"total\":10"), 400, "bad-json", "lines[0].occupied", "Missing" },
        { "number twice", "declare-vacancies", Lines("\"total\":10,\"total\":12,\"occupied\":0"), 400, "bad-json", "lines[0].total", "twice" },
        { "no beds to close", "close-beds", """{"type":"general-nursing","beds":0,"reason":"Repair"}""", 422, "invalid", "beds", "from 1 to 2000" },
        { "unknown bed type", "place-hold", """{"type":"penthouse","stay":"S-1"}""", 400, "bad-json", "type", "general-residential, dementia-residential, general-nursing" },
        { "bed type as number", "place-hold", """{"type":2,"stay":"S-1"}""", 400, "bad-json", "type", "allowed: general-residential" },
        { "null bed type", "place-hold", """{"type":null,"stay":"S-1"}""", 400, "bad-json", "type", "allowed: general-residential" },
        { "bed type left out", "place-hold", """{"stay":"S-1"}""", 400, "bad-json", "type", "Missing" },
        { "time without zone", "expect-vacancy", Expect("2026-01-31T17:30:00"), 400, "bad-json", "at", "with a time zone" },
        { "day for a time", "expect-vacancy", Expect("2026-01-31"), 400, "bad-json", "at", "with a time zone" },
        { "no such day", "expect-vacancy", Expect("2026-02-31T17:30:00Z"), 400, "bad-json", "at", "Not a time" },
        { "time as number", "expect-vacancy", """{"type":"general-nursing","at":1769880600,"reason":"Going home"}""", 400, "bad-json", "at", "Not a time" },
        { "far future", "expect-vacancy", Expect("9999-12-31T23:59:59Z"), 422, "invalid", "at", "at most 1 year ahead" },
        { "far past", "expect-vacancy", Expect("0001-01-01T00:00:00Z"), 422, "invalid", "at", "in the future" },
        { "beyond the calendar", "expect-vacancy", Expect("9999-12-31T23:59:59-14:00"), 400, "bad-json", "at", "Not a time" },
        { "hold for ever", "place-hold", """{"type":"general-nursing","stay":"S-1","until":"2999-01-01T00:00:00Z"}""", 422, "invalid", "until", "at most 14 days" },
        { "over-long text", "close-beds", $$"""{"type":"general-nursing","beds":1,"reason":"{{new string('x', 101)}}"}""", 422, "invalid", "reason", "at most 100" },
        { "line break in text", "close-beds", """{"type":"general-nursing","beds":1,"reason":"a\nb"}""", 422, "invalid", "reason", "line breaks" },
        { "blank text", "close-beds", """{"type":"general-nursing","beds":1,"reason":"  "}""", 422, "invalid", "reason", "needed" },
        { "null text", "close-beds", """{"type":"general-nursing","beds":1,"reason":null}""", 400, "bad-json", "reason", "null" },
        { "text left out", "close-beds", """{"type":"general-nursing","beds":1}""", 400, "bad-json", "reason", "Missing" },
        { "number for text", "close-beds", """{"type":"general-nursing","beds":1,"reason":7}""", 400, "bad-json", "reason", "text" },
        { "name for a reference", "place-hold", """{"type":"general-nursing","stay":"Mary Smith"}""", 422, "invalid", "stay", "Never a name" },
        { "half a surrogate", "close-beds", """{"type":"general-nursing","beds":1,"reason":"\ud800"}""", 400, "bad-json", "reason", "text" },
        { "unknown field", "confirm-unchanged", """{"beds":3}""", 400, "bad-json", "beds", "not a field" },
        { "unknown field deep down", "declare-vacancies", """{"lines":[{"type":"general-nursing","total":10,"ocupied":6}]}""", 400, "bad-json", "lines[0].ocupied", "not a field" },
        { "object for a list", "declare-vacancies", """{"lines":{}}""", 400, "bad-json", "lines", "a list" },
        { "null list", "declare-vacancies", """{"lines":null}""", 400, "bad-json", "lines", "a list" },
        { "empty list", "declare-vacancies", """{"lines":[]}""", 422, "invalid", "lines", "at least one" },
        { "null in a list", "declare-vacancies", """{"lines":[null]}""", 422, "invalid", "lines[0]", "null" },
        { "list in a list", "declare-vacancies", """{"lines":[[]]}""", 400, "bad-json", "lines[0]", "an object" },
        { "type twice", "declare-vacancies", $$"""{"lines":[{{Line}},{{Line}}]}""", 422, "invalid", "lines", "twice" },
        { "many lines", "declare-vacancies", $$"""{"lines":[{{string.Join(',', Enumerable.Repeat(Line, 1000))}}]}""", 422, "invalid", "lines", "twice" },
        { "list for an object", "declare-vacancies", "[]", 400, "bad-json", null, "one JSON object" },
        { "text for an object", "declare-vacancies", "\"lines\"", 400, "bad-json", null, "one JSON object" },
        { "broken", "declare-vacancies", """{"lines":[""", 400, "bad-json", "lines[0]", "JSON" },
        { "comma at the end", "declare-vacancies", $$"""{"lines":[{{Line}},]}""", 400, "bad-json", "lines[1]", "JSON" },
        { "no JSON", "confirm-unchanged", "all as it was", 400, "bad-json", null, "one JSON object" },
        { "two objects", "confirm-unchanged", "{}{}", 400, "bad-json", null, "one JSON object" },
        { "empty object", "declare-vacancies", "{}", 400, "bad-json", "lines", "Missing" },
        { "null", "declare-vacancies", "null", 400, "no-body", null, "a JSON object" },
        { "nothing", "declare-vacancies", "", 400, "no-body", null, "a JSON object" },
        { "deep", "declare-vacancies", $$"""{"lines":{{new string('[', 1000)}}{{new string(']', 1000)}}}""", 400, "bad-json", "lines[0]", "an object" },
        { "deep in an unknown field", "confirm-unchanged", $$"""{"beds":{{new string('[', 1000)}}{{new string(']', 1000)}}}""", 400, "bad-json", "beds", "not a field" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task GivenWrongBody_WhenSent_ThenAProblemNamesTheFieldAndWhatIsAllowed(
        string named, string command, string body, int status, string code, string? field, string words)
    {
        var last = await GivenHome();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        var answer = await board.Send(HttpMethod.Post, $"{Home}/{command}", content);

        answer.ThenRefused(status, code, field).Saying(words);
        answer.Text.ShouldNotContain("CapacityBoard.", Case.Sensitive, $"{named}: the program's own names are of no use to a caller");
        answer.Text.ShouldNotContain("System.");
        (await board.Journal.LastPosition()).ShouldBe(last);
    }

    [Fact]
    public async Task GivenBytesThatAreNoUtf8_WhenSent_ThenAProblem()
    {
        await GivenHome();
        using var content = new ByteArrayContent([.. "{\"type\":\"general-nursing\",\"beds\":1,\"reason\":\""u8, 0xC3, 0x28, .. "\"}"u8]);
        content.Headers.ContentType = new("application/json");

        (await board.Send(HttpMethod.Post, $"{Home}/close-beds", content)).ThenRefused(400, "bad-json", "reason").Saying("text");
    }

    [Theory]
    [InlineData(70_000)]
    [InlineData(5_000_000)]
    public async Task GivenBodyOver64Kilobytes_WhenSent_ThenTooLarge(int characters)
    {
        await GivenHome();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Home}/close-beds");
        request.Content = new StringContent($$"""{"type":"general-nursing","beds":1,"reason":"{{new string('x', characters)}}"}""", Encoding.UTF8, "application/json");
        request.Headers.ExpectContinue = true;

        using var response = await board.Http.SendAsync(request);
        (await Answer.Of(response)).ThenRefused(413, "too-large").Saying("64 KB");
    }

    [Fact]
    public async Task GivenBodyOfUnknownLengthOver64Kilobytes_WhenSent_ThenTooLarge()
    {
        await GivenHome();
        using var content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes($$"""{"reason":"{{new string('x', 70_000)}}"}""")));
        content.Headers.ContentType = new("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Home}/close-beds") { Content = content };
        request.Headers.TransferEncodingChunked = true;

        using var response = await board.Http.SendAsync(request);
        (await Answer.Of(response)).ThenRefused(413, "too-large").Saying("64 KB");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task GivenOtherContent_WhenSent_ThenTheTypeThatIsNeeded(string? type)
    {
        await GivenHome();
        using var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.ContentType = type is null ? null : new(type);

        (await board.Send(HttpMethod.Post, $"{Home}/confirm-unchanged", content)).ThenRefused(415, "wrong-content-type").Saying("application/json");
    }

    [Theory]
    [InlineData("bogus")]
    [InlineData("utf-7")]
    [InlineData("\"\"")]
    [InlineData("\"bogus\"")]
    public async Task GivenLettersThatNobodyKnows_WhenSent_ThenThoseThatAreNeeded(string charset)
    {
        await GivenHome();
        using var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", $"application/json; charset={charset}").ShouldBeTrue();

        (await board.Send(HttpMethod.Post, $"{Home}/confirm-unchanged", content)).ThenRefused(415, "wrong-content-type").Saying("UTF-8");
    }

    [Theory]
    [InlineData("\"utf-8\"")]
    [InlineData("UTF-8")]
    [InlineData("iso-8859-1")]
    public async Task GivenLettersThatAreKnown_WhenSent_ThenAccepted(string charset)
    {
        await GivenHome();
        using var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", $"application/json; charset={charset}").ShouldBeTrue();

        (await board.Send(HttpMethod.Post, $"{Home}/confirm-unchanged", content)).ThenAccepted();
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    public async Task GivenCallerThatAcceptsOtherThings_WhenItsBodyIsWrong_ThenAProblemAllTheSame(string accepted)
    {
        await GivenHome();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Home}/confirm-unchanged");
        request.Content = new StringContent("{", Encoding.UTF8, "application/json");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accepted));

        using var response = await board.Http.SendAsync(request);
        (await Answer.Of(response)).ThenRefused(400, "bad-json");
    }

    [Theory]
    [InlineData("Idempotency-Key", 101)]
    [InlineData("Acting-As", 101)]
    public async Task GivenOverLongHeader_WhenSent_ThenItIsNamed(string header, int length)
    {
        await GivenHome();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Home}/confirm-unchanged") { Content = TestBoard.Json(new ConfirmUnchanged()) };
        request.Headers.Add(header, new string('x', length));

        using var response = await board.Http.SendAsync(request);
        (await Answer.Of(response)).ThenRefused(422, "invalid", header).Saying("at most 100");
    }

    [Fact]
    public async Task GivenNoSuchSite_WhenCommanded_ThenUnknownSite() =>
        (await board.Confirm(SiteKey.Of("stockport", "nowhere"))).ThenRefused(404, "unknown-site").Saying("Register it first");

    [Fact]
    public async Task GivenSiteOfOneKind_WhenAddressedAsAnother_ThenUnknownSite()
    {
        await GivenHome();
        var home = SiteKey.Of("stockport", "the-limes");

        (await board.Say(SiteKind.HomeCareProvider, home, new ConfirmUnchanged())).ThenRefused(404, "unknown-site");
        (await board.Register(SiteKind.IntermediateCareUnit, home)).ThenRefused(404, "unknown-site");
        (await board.Read(SiteKind.HomeCareProvider, home)).ThenRefused(404, "unknown-site");
    }

    [Theory]
    [InlineData("""{"kind":"care-home","name":""}""", 422, "invalid", "name")]
    [InlineData("""{"kind":"ward","name":"The Limes"}""", 422, "invalid", "kind")]
    [InlineData("""{"kind":"hotel","name":"The Limes"}""", 400, "bad-json", "kind")]
    [InlineData("""{"kind":"care-home","name":"The Limes","postcode":"nowhere"}""", 422, "invalid", "postcode")]
    [InlineData("""{"kind":"care-home","name":"The Limes","position":{"latitude":1e400,"longitude":0}}""", 422, "invalid", "position")]
    [InlineData("""{"kind":"care-home","name":"The Limes","services":[null]}""", 422, "invalid", "services")]
    [InlineData("""{"kind":"care-home","name":"The Limes","registeredBeds":-4}""", 422, "invalid", "registeredBeds")]
    [InlineData("""{"kind":"care-home","name":"The Limes","website":"javascript:alert(1)"}""", 422, "invalid", "website")]
    public async Task GivenWrongDetails_WhenRegistered_ThenAProblemNamesTheFieldAsItWasSent(string body, int status, string code, string field)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        (await board.Send(HttpMethod.Put, "/api/localities/stockport/care-homes/the-elms", content)).ThenRefused(status, code, field);
    }

    [Theory]
    [InlineData("""{"stay":"S-2","to":5,"bed":"1"}""", 400, "bad-json", "to")]
    [InlineData("""{"stay":"S-2","to":null,"bed":"1"}""", 400, "bad-json", "to")]
    [InlineData("""{"stay":"S-2","to":"nowhere","bed":"1"}""", 400, "bad-json", "to")]
    public async Task GivenWrongWard_WhenTransferred_ThenAProblem(string body, int status, string code, string field)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        (await board.Send(HttpMethod.Post, "/api/localities/stockport/hospitals/stepping-hill-hospital/wards/a1/transfer-stay", content)).ThenRefused(status, code, field);
    }

    private static string Lines(string numbers) => $$"""{"lines":[{"type":"general-nursing",{{numbers}}}]}""";

    private static string Expect(string at) => $$"""{"type":"general-nursing","at":"{{at}}","reason":"Going home"}""";

    /// <summary>A home with beds that has been there from the first test on; answers the journal's last position.</summary>
    private async Task<long> GivenHome()
    {
        var home = SiteKey.Of("stockport", "the-limes");
        (await board.Register(SiteKind.CareHome, home, "registered")).ThenAccepted();
        (await board.Declare(home, 10, 6, "declared")).ThenAccepted();
        return await board.Journal.LastPosition();
    }
}
