using System.Net;
using System.Net.Sockets;
using CapacityBoard.Processes;
using CapacityBoard.Support;

namespace CapacityBoard.Faults;

/// <summary>A server that cannot start says why and what to do, in a sentence, and ends with 1; with 2 where its arguments are wrong.</summary>
public sealed class StartFaultTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task GivenDataFolderInUse_WhenAnotherServerStartsOnIt_ThenItNamesTheFirstAndTheFirstGoesOn()
    {
        await using var first = await ServerProcess.Start(_folder.FullPath).Within("the first server is ready");

        var (code, said) = await Run("--urls", "http://127.0.0.1:0", "--data", _folder.FullPath, "--no-demo");

        code.ShouldBe(1);
        said.ShouldBeOneSentence().ShouldBe(
            $"The data folder {_folder.FullPath} is in use by process {first.Id} at {first.Address.OriginalString}. Stop it, or choose another folder with --data.");
        using var http = new HttpClient { BaseAddress = first.Address };
        (await http.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task GivenPortInUse_WhenAServerStarts_ThenItSaysSo()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://{other.LocalEndpoint}";

        var (code, said) = await Run("--urls", address, "--data", _folder.FullPath, "--no-demo");

        code.ShouldBe(1);
        said.ShouldBeOneSentence().ShouldContain("Another program is using this address. Stop it, or choose another address with --urls.");
        said.ShouldContain(address);
    }

    [Fact]
    public async Task GivenFileInThePlaceOfTheDataFolder_WhenAServerStarts_ThenItSaysSo()
    {
        File.WriteAllText(_folder.PathOf("data"), "");

        var (code, said) = await Run("--urls", "http://127.0.0.1:0", "--data", _folder.PathOf("data"), "--no-demo");

        code.ShouldBe(1);
        said.ShouldBeOneSentence().ShouldBe($"The data folder {_folder.PathOf("data")} is a file. Choose a folder with --data.");
    }

    [Fact]
    public async Task GivenDataFolderThatMayNotBeWritten_WhenAServerStarts_ThenItSaysSo()
    {
        var data = Directory.CreateDirectory(_folder.PathOf("data"));
        if (!OperatingSystem.IsWindows())
        {
            data.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserExecute;
        }

        Assert.SkipWhen(MayWriteTo(data.FullName), "This user may write anywhere.");

        var (code, said) = await Run("--urls", "http://127.0.0.1:0", "--data", data.FullName, "--no-demo");

        code.ShouldBe(1);
        said.ShouldBeOneSentence().ShouldContain("cannot be written by user");
    }

    [Fact]
    public async Task GivenDataFolderWhereNoneCanBe_WhenAServerStarts_ThenItSaysSo()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has /proc.");

        var (code, said) = await Run("--urls", "http://127.0.0.1:0", "--data", "/proc/capacity-board", "--no-demo");

        code.ShouldBe(1);
        said.ShouldBeOneSentence().ShouldContain("choose another folder with --data");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("http://localhost:99999")]
    [InlineData("ftp://localhost:21")]
    public async Task GivenAddressThatIsNone_WhenAServerStarts_ThenItSaysSo(string address)
    {
        var (code, said) = await Run("--urls", address, "--data", _folder.FullPath, "--no-demo");

        code.ShouldBe(2);
        said.ShouldBeOneSentence().ShouldContain("--urls");
        said.ShouldContain(address);
    }

    [Fact]
    public async Task GivenAddressOfAnotherMachine_WhenAServerStarts_ThenItSaysSo()
    {
        var (code, said) = await Run("--urls", "http://192.0.2.1:5080", "--data", _folder.FullPath, "--no-demo");

        code.ShouldBe(1);
        said.ShouldBeOneSentence().ShouldContain("Choose another address with --urls.");
    }

    [Fact]
    public async Task GivenOptionThatIsNone_WhenStarted_ThenItIsNamed()
    {
        var (code, said) = await Run("--prot", "5080");

        code.ShouldBe(2);
        said.ShouldContain("--prot");
    }

    private static Task<(int Code, string Said)> Run(params string[] arguments) =>
        ProgramRun.ToItsEnd(ServerProgram.Web() with { Arguments = arguments });

    private static bool MayWriteTo(string folder)
    {
        try
        {
            File.WriteAllText(Path.Combine(folder, "try"), "");
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }
}
