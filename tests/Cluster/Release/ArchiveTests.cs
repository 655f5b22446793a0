using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CapacityBoard.Board;
using CapacityBoard.Cluster;
using CapacityBoard.Hosting;
using CapacityBoard.Journal;
using CapacityBoard.Processes;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Release;

/// <summary>The published programs on a machine that has neither the SDK nor Node.</summary>
public sealed class ArchiveTests(Archive archive, Databases databases) : IClassFixture<Archive>
{
    [Theory]
    [InlineData("Web")]
    [InlineData("Silo")]
    public async Task GivenNoDotnet_WhenAskedForItsVersion_ThenItSaysVersionAndCommit(string program)
    {
        var version = (await Run(archive.Program(program, "--version"))).Trim();

        BuildVersion.Parse(version).ShouldBe(BuildVersion.Current);
        archive.FileName.ShouldBe($"capacity-board-{BuildVersion.Current.Version}-linux-x64.tar.gz");
    }

    [Fact]
    public async Task GivenNoDotnet_WhenWebAndSiloStart_ThenABedIsDeclaredWithAKey()
    {
        var journal = await databases.New();
        await using var silo = await Start(Member("Silo", journal).With("Cluster:GatewayPort", Port()));
        await using var web = await Start(Member("Web", journal).With("Cluster:HostsGrains", "false"));
        using var administrator = await WithKey(web, journal, "administrator");
        using var team = await WithKey(web, journal, "transfer-team");
        var home = SiteKey.Of(ApiUser.Locality, "the-limes");

        (await new ApiUser(administrator).Register(SiteKind.CareHome, home)).ThenAccepted();
        (await new ApiUser(team).Declare(home, total: 10, occupied: 6)).ThenAccepted();

        await Deadline.Until(async () => await AvailableOnTheBoard(team, home) == 4, "the board shows the available beds");
        await SaysItsVersion(web);
        await SaysItsVersion(silo);
        await silo.Stop();
    }

    [Fact]
    public async Task GivenDataFolder_WhenTheWebProgramStartsAlone_ThenItShowsPagesWithStylesAndItsVersion()
    {
        await using var web = await Start(archive.Program("Web", "--no-demo", "--data", "/data"));
        using var browser = new HttpClient { BaseAddress = web.Address };

        var page = await browser.GetStringAsync(new Uri("/sign-in", UriKind.Relative));

        page.ShouldContain($"Version {BuildVersion.Current.Version} ({BuildVersion.Current.ShortCommit})");
        using var style = await browser.GetAsync(new Uri("/dist/page.css", UriKind.Relative));
        style.Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
        await web.Stop();
    }

    private static Task<ServerProcess> Start(ServerProgram program) => ServerProcess.Start(program).Within($"{program.File} is ready");

    private ServerProgram Member(string program, string journal) => archive.Program(program, program == "Web" ? ["--no-demo", "--journal", journal] : ["--journal", journal])
        .With("Cluster:Membership", "PostgreSql")
        .With("Cluster:AdvertisedAddress", "127.0.0.1")
        .With("Cluster:SiloPort", Port());

    /// <summary>A client with a key that the archive's own errand made.</summary>
    private async Task<HttpClient> WithKey(ServerProcess web, string journal, string role)
    {
        var key = await Run(archive.Program("Web", "create-key", "--name", $"The {role}", "--role", role, "--scope", "*", "--journal", journal));
        return new() { BaseAddress = web.Address, DefaultRequestHeaders = { Authorization = new("Bearer", key.Trim()) } };
    }

    private static async Task<int?> AvailableOnTheBoard(HttpClient http, SiteKey home)
    {
        var answer = await new ApiUser(http).Get($"/api/localities/{home.Locality}/board");
        return answer.Status == 200
            ? JsonSerializer.Deserialize<BoardUpdate>(answer.Text, DomainJson.Options)!.Rows.SingleOrDefault(row => row.Site == home)?.Lines.FirstOrDefault()?.Available
            : null;
    }

    private static async Task SaysItsVersion(ServerProcess process)
    {
        using var http = new HttpClient { BaseAddress = process.Address };
        var health = (await new ApiUser(http).Get("/health")).ThenAccepted();
        ((string?)health.Json["version"], (string?)health.Json["commit"]).ShouldBe((BuildVersion.Current.Version, BuildVersion.Current.Commit));
    }

    private static async Task<string> Run(ServerProgram program)
    {
        using var process = Process.Start(program.StartInfo())!;
        var (printed, said) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().Within($"{program.File} has ended");
        process.ExitCode.ShouldBe(0, await said);
        return await printed;
    }

    private static string Port() => FreePort.Next().ToString(CultureInfo.InvariantCulture);
}
