using System.Diagnostics;
using CapacityBoard.Support;

namespace CapacityBoard.Ui;

/// <summary>The laws of the pages' scripts, which Node runs.</summary>
public sealed class ClientScriptTests
{
    [Fact]
    public async Task ThenTheScriptsKeepTheirLaws()
    {
        using var npm = Process.Start(new ProcessStartInfo("npm", ["test", "--silent"])
        {
            WorkingDirectory = Repository.PathOf("web"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }).ShouldNotBeNull();
        var (told, problems) = (npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
        await npm.WaitForExitAsync().Within("the scripts' tests end");

        npm.ExitCode.ShouldBe(0, $"{await told}{await problems}");
    }
}
