using CapacityBoard.Journal;
using CapacityBoard.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Cluster;

/// <summary>The grains as a server hosts them.</summary>
public sealed class CapacityBoardGrainsTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task GivenServerStopped_WhenStartedAgain_ThenItsSitesAreAsTheyWere()
    {
        await using (var server = await Start())
        {
            (await Home(server).Execute(HomeRequests.Register())).IsAccepted.ShouldBeTrue();
            await server.StopAsync();
        }

        await using var restarted = await Start();
        (await Home(restarted).Read()).Details!.Name.ShouldBe("The Limes");
    }

    [Fact]
    public async Task GivenServerRuns_WhenAnotherIsStartedOnItsFolder_ThenRefusedWithTheFirstOnesAddress()
    {
        await using var first = await Start();

        var failure = await Should.ThrowAsync<JournalUnavailableException>(Start);

        failure.Message.ShouldBe(
            $"The data folder {_temporary.FullPath} is in use by process {Environment.ProcessId} at {first.Urls.Single()}. "
            + "Stop it, or choose another folder with --data.");
    }

    [Fact]
    public async Task GivenServerStops_WhenItsGrainsAreBusy_ThenWhatTheyRecordIsThereAfterwards()
    {
        Task<Sites.Outcome>[] registrations;
        await using (var server = await Start())
        {
            registrations = [.. Enumerable.Range(0, 100).Select(number => Home(server, number).Execute(HomeRequests.Register()))];
            await server.StopAsync();
        }

        (await Task.WhenAll(registrations)).ShouldAllBe(outcome => outcome.IsAccepted);
        await using var restarted = await Start();
        (await restarted.Services.GetRequiredService<IJournal>().LastPosition()).ShouldBe(100);
    }

    [Fact]
    public async Task GivenNoDataFolder_WhenStarted_ThenSaysWhatToDo()
    {
        var failure = await Should.ThrowAsync<OptionsValidationException>(() => Start(dataFolder: " "));

        failure.Message.ShouldBe("Journal:DataFolder is empty. Set a folder with --data.");
    }

    private static CalledSite Home(WebApplication server, int number = 1) => CalledSite.Home(server.Services, number);

    private Task<WebApplication> Start() => Start(_temporary.FullPath);

    private static async Task<WebApplication> Start(string dataFolder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection([new("Journal:DataFolder", dataFolder)]);
        var server = builder.AddCapacityBoardGrains().Build();
        try
        {
            await server.StartAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }
}
