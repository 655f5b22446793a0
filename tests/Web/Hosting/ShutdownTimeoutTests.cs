using CapacityBoard.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Hosting;

/// <summary>How long a program may take to stop: what replaces nodes one by one kills after ten seconds.</summary>
public sealed class ShutdownTimeoutTests : IDisposable
{
    private const string Database = "Host=localhost;Database=board";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("00:00:00", "true", "00:00:09.5")]
    [InlineData("00:00:05", "true", "00:00:04.5")]
    [InlineData("00:00:05", "false", "00:00:04.5")]
    public async Task GivenDrain_WhenAWebNodeIsBuilt_ThenWhatIsLeftOfTheLongestStop(string drainFor, string hostsGrains, string left)
    {
        await using var web = BoardServer.Build(new("http://127.0.0.1:0", _folder.FullPath, Database)
        {
            More = new Dictionary<string, string?> { ["Server:DrainFor"] = drainFor, ["Cluster:HostsGrains"] = hostsGrains },
        });

        Timeout(web).ShouldBe(TimeSpan.Parse(left, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task GivenSilo_WhenBuilt_ThenTheClustersLongestShutdown()
    {
        await using var silo = SiloServer.Build("http://127.0.0.1:0", Database);

        Timeout(silo).ShouldBe(TimeSpan.FromSeconds(10));
    }

    private static TimeSpan Timeout(WebApplication host) => host.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout;
}
