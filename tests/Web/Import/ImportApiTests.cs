using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CapacityBoard.Hosting;
using CapacityBoard.Journal;
using CapacityBoard.Nodes;
using CapacityBoard.Processes;
using CapacityBoard.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CapacityBoard.Import;

/// <summary>The ways into the import that need a server: the API, the page, and the command line beside a running server.</summary>
public sealed class ImportApiTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private static readonly string Key = MachineKey.Header.Parameter!;

    private readonly HttpClient _http = new();
    private WebApplication _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = BoardServer.Build(new("http://127.0.0.1:0", _folder.FullPath), builder => builder.Logging.ClearProviders());
        await _server.StartAsync();
        _http.BaseAddress = new(_server.Urls.Single());
        await MachineKey.Give(_folder.FullPath, connectionString: null);
        _http.DefaultRequestHeaders.Authorization = MachineKey.Header;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task GivenDirectory_WhenPosted_ThenTheReportIsAnsweredAndTheBoardHasTheHomes()
    {
        var response = await Post("api/localities/Stockport/imports?area=Stockport", Directories.GreaterManchester);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var report = (await response.Content.ReadFromJsonAsync<ImportReport>(DomainJson.Options)).ShouldNotBeNull();
        report.Counts.Created.ShouldBe(66);
        var again = await Post("api/localities/stockport/imports?area=Stockport", Directories.GreaterManchester);
        (await again.Content.ReadFromJsonAsync<ImportReport>(DomainJson.Options)).ShouldNotBeNull().Counts.Unchanged.ShouldBe(66);
        using var board = JsonDocument.Parse(await _http.GetStringAsync("api/localities/stockport/board"));
        board.RootElement.GetProperty("rows").GetArrayLength().ShouldBe(66);
    }

    [Theory]
    [InlineData("api/localities/leeds/imports?area=Leeds", "area-unknown")]
    [InlineData("api/localities/leeds/imports", "area-needed")]
    [InlineData("api/localities/-/imports?area=Bury", "request-invalid")]
    public async Task GivenRequestThatCannotBeDone_WhenPosted_ThenAProblemSaysWhy(string address, string code)
    {
        var response = await Post(address, Directories.GreaterManchester);

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        problem.RootElement.GetProperty("code").GetString().ShouldBe(code);
    }

    [Fact]
    public async Task GivenBrokenRow_WhenPosted_ThenTheProblemHasTheReport()
    {
        var response = await Post("api/localities/stockport/imports", Directories.Of(Directories.Row(), "broken"));

        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        problem.RootElement.GetProperty("report").GetProperty("rows")[1].GetProperty("row").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task GivenImportThatRuns_WhenTheSameLocalityIsPosted_ThenConflict_AndThePageSaysSo()
    {
        await using var running = await _server.Services.GetRequiredService<INodeLocks>().Take(DirectoryImport.LockOf("bury"), CancellationToken.None);

        var response = await Post("api/localities/bury/imports?area=Bury", Directories.GreaterManchester);

        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await response.Content.ReadAsStringAsync()).ShouldContain("import-running");
        var token = Value(await _http.GetStringAsync("import"), "__RequestVerificationToken");
        (await PostForm("Check", token, ("Locality", "Bury"), ("Area", "Bury"), ("Directory", null))).ShouldContain("Another import into bury is running.");
    }

    [Fact]
    public async Task GivenTooLargeFile_WhenPosted_ThenRefusedWithWhatToDo()
    {
        var response = await Post("api/localities/bury/imports", new byte[ImportLimits.LargestFile + 1]);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await response.Content.ReadAsStringAsync()).ShouldContain("file-too-large");
    }

    [Fact]
    public async Task GivenTooLargeFile_WhenUploadedOnThePage_ThenThePageSaysHowLargeItMayBe()
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[ImportLimits.LargestFile + 100_000]), "Directory", "homes.csv" } };

        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = _http.BaseAddress };
        http.DefaultRequestHeaders.Authorization = MachineKey.Header;

        using var response = await http.PostAsync("import?handler=Check", form);

        (await http.GetStringAsync(response.Headers.Location)).ShouldContain("<a href=\"#Directory\">The file is larger than 64 MB. Keep only the rows for the area");
    }

    [Fact]
    public async Task GivenHomeThatTheFileLacks_WhenChecked_ThenThePageListsItsSiteWithALink()
    {
        await Post("api/localities/trafford/imports", Directories.Case("06a-before"));
        var token = Value(await _http.GetStringAsync("import"), "__RequestVerificationToken");

        var page = (await PostForm("Check", token, ("Locality", "Trafford"), ("Area", "Trafford"), ("Directory", null))).Parsed();

        page.QuerySelector("#sites-to-check a[href='/admin/sites/edit?site=trafford%2Fheron-lodge']").ShouldNotBeNull().TextContent.ShouldBe("Heron Lodge");
    }

    [Fact]
    public async Task GivenJson_WhenPosted_ThenTheContentTypeIsRefused()
    {
        using var content = new StringContent("{}", new MediaTypeHeaderValue("application/json"));

        var response = await _http.PostAsync("api/localities/stockport/imports", content);

        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await response.Content.ReadAsStringAsync()).ShouldContain("text/csv");
    }

    [Fact]
    public async Task GivenProgressIsAskedFor_WhenPosted_ThenLinesOfProgressComeBeforeTheReport()
    {
        var steps = new List<ImportProgress>();

        var answer = await ImportUpload.Send(_http.BaseAddress!, Key, Request("Bury", dryRun: true), new MemoryStream(Directories.GreaterManchester), new Into(steps), CancellationToken.None);

        answer.Report.ShouldNotBeNull().Counts.Created.ShouldBe(56);
        answer.Report.DryRun.ShouldBeTrue();
        steps.ShouldContain(new ImportProgress(ImportPhase.Checking, 56, 56));
        steps.ShouldNotContain(step => step.Phase == ImportPhase.Writing);
    }

    [Fact]
    public async Task GivenProgressIsAskedFor_WhenItCannotBeDone_ThenTheProblemArrivesWhole()
    {
        var answer = await ImportUpload.Send(_http.BaseAddress!, Key, Request("Leeds"), new MemoryStream(Directories.GreaterManchester), new Into([]), CancellationToken.None);

        answer.Problem.ShouldNotBeNull().Code.ShouldBe(ImportProblemCode.AreaUnknown);
        answer.Problem.Areas.Length.ShouldBe(10);
    }

    [Fact]
    public async Task GivenServerOnTheDataFolder_WhenImportedFromTheCommandLine_ThenTheServerImports()
    {
        var answer = await LocalImport.Run(_folder.FullPath, Request("Wigan"), new MemoryStream(Directories.GreaterManchester), new Into([]), CancellationToken.None);

        answer.Report.ShouldNotBeNull().Counts.Created.ShouldBe(55);
        (await _http.GetStringAsync("api/localities/wigan/board")).ShouldContain("wigan/");
    }

    [Fact]
    public async Task GivenNoServer_WhenUploaded_ThenTheProblemNamesTheAddress()
    {
        var answer = await ImportUpload.Send(new("http://127.0.0.1:9"), Key, Request("Bury"), new MemoryStream(Directories.GreaterManchester), new Into([]), CancellationToken.None);

        answer.Problem.ShouldNotBeNull().Code.ShouldBe(ImportProblemCode.Unavailable);
        answer.Problem.Message.ShouldContain("http://127.0.0.1:9");
    }

    [Fact]
    public async Task GivenPage_WhenAFileIsCheckedAndConfirmed_ThenItIsImportedOnlyOnceConfirmed()
    {
        var token = Value(await _http.GetStringAsync("import"), "__RequestVerificationToken");

        var asked = await PostForm("Check", token, ("Locality", "Bury"), ("Directory", null));
        asked.Parsed().QuerySelectorAll("input[name=Area][checked]").ShouldHaveSingleItem().GetAttribute("value").ShouldBe("Bury", "the address names it");
        asked.ShouldContain("<title>Choose areas");
        var upload = Value(asked, "Upload");
        var shown = await PostForm("Check", token, ("Locality", "Bury"), ("Area", "Bury"), ("Upload", upload));
        shown.ShouldContain("Nothing has been saved yet");
        (await _http.GetAsync("api/localities/bury/board")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var done = await PostForm("Import", token, ("Locality", "Bury"), ("Area", "Bury"), ("Upload", Value(shown, "Upload")));

        done.ShouldContain("56 created, 0 updated, 0 unchanged");
    }

    [Fact]
    public async Task GivenPage_WhenAllAreasAreChosen_ThenEachIsABoardOfItsOwnWithOneReport()
    {
        var token = Value(await _http.GetStringAsync("import"), "__RequestVerificationToken");
        var asked = await PostForm("Check", token, ("Directory", null));
        asked.Parsed().QuerySelectorAll("input[name=Area]").Length.ShouldBe(10);

        var shown = await PostForm("Check", token, ("Upload", Value(asked, "Upload")), ("AskedForAreas", "true"), ("AllAreas", "true"));
        shown.Parsed().QuerySelectorAll("#import input[name=Area]").Length.ShouldBe(10);
        shown.Parsed().Read().ShouldContain("Stockport 66 created, 1 duplicate");
        (await _http.GetAsync("api/localities/stockport/board")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var done = await PostForm("Import", token, [("Upload", Value(shown, "Upload")), .. shown.Parsed().QuerySelectorAll("#import input[name=Area]").Select(area => ("Area", area.GetAttribute("value")))]);

        done.ShouldContain("561 created, 0 updated, 0 unchanged");
        foreach (var locality in (string[])["bolton", "stockport", "wigan"])
        {
            (await _http.GetAsync($"api/localities/{locality}/board")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task GivenAreasStep_WhenNoneIsChosen_ThenItSaysSo()
    {
        var token = Value(await _http.GetStringAsync("import"), "__RequestVerificationToken");
        var asked = await PostForm("Check", token, ("Directory", null));
        asked.ShouldNotContain("There is a problem");

        (await PostForm("Check", token, ("Upload", Value(asked, "Upload")), ("AskedForAreas", "true"))).ShouldContain("<a href=\"#Area\">Choose at least one area");
    }

    [Fact]
    public async Task GivenPage_WhenNothingIsFilledIn_ThenItSaysWhatIsMissing()
    {
        var token = Value(await _http.GetStringAsync("import"), "__RequestVerificationToken");

        var page = await PostForm("Check", token, ("Locality", ""));

        page.ShouldContain("<a href=\"#Directory\">Choose a file");
        page.ShouldContain("<title>Error: ");
    }

    private static ImportRequest Request(string area, bool dryRun = false) => new(area, area, dryRun, Id: "an-import");

    private static string Value(string page, string field) =>
        page.Parsed().QuerySelector($"input[name={field}]").ShouldNotBeNull().GetAttribute("value")!;

    private async Task<HttpResponseMessage> Post(string address, byte[] file)
    {
        using var content = new ByteArrayContent(file) { Headers = { ContentType = new("text/csv", "utf-8") } };
        return await _http.PostAsync(address, content);
    }

    private async Task<string> PostForm(string handler, string token, params (string Name, string? Value)[] fields)
    {
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        foreach (var (name, value) in fields)
        {
            if (value is null)
            {
                form.Add(new ByteArrayContent(Directories.GreaterManchester), name, "homes.csv");
            }
            else
            {
                form.Add(new StringContent(value), name);
            }
        }

        using var response = await _http.PostAsync($"import?handler={handler}", form);
        return await response.Content.ReadAsStringAsync();
    }

    private sealed class Into(List<ImportProgress> steps) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => steps.Add(value);
    }
}
