using System.Net.Http.Json;
using CapacityBoard.Processes;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Hosting;

/// <summary>Pages are in English, whatever language the server's own machine is set to.</summary>
public sealed class LocaleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task GivenMachineInGerman_WhenAPageIsShown_ThenItsDayIsInEnglish()
    {
        var home = SiteKey.Of("stockport", "the-limes");
        await using var server = await ServerProcess.Start(ServerProgram.Web("--data", _folder.FullPath).With("LC_ALL", "de_DE.UTF-8"));
        await MachineKey.Give(_folder.FullPath, connectionString: null);
        using var http = MachineKey.Client(server.Address);
        (await http.PutAsJsonAsync(SiteApi.AddressOf(SiteKind.CareHome, home), SiteDetailsJson.Of(new(SiteKind.CareHome, "The Limes")))).EnsureSuccessStatusCode();

        var page = await http.GetStringAsync(new Uri("/stockport/wall", UriKind.Relative));

        page.ShouldMatch("<span id=\"day\">(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day [0-9]+ [A-Z]");
    }

    public void Dispose() => _folder.Dispose();
}
