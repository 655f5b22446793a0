using CapacityBoard.Faults;
using CapacityBoard.Processes;
using CapacityBoard.Support;

namespace CapacityBoard.Hosting;

/// <summary>Every program and errand takes settings from the files of a folder, and says so where it cannot.</summary>
public sealed class SecretsFolderTests(Databases databases) : IDisposable
{
    private const string Nowhere = "Host=127.0.0.1;Port=1;Database=board;Timeout=1";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task GivenConnectionStringInAFile_WhenTheBoardAndItsErrandsRun_ThenTheyTakeItBeforeThatOfTheEnvironment()
    {
        await Write("Journal__ConnectionString", await databases.New() + "\n");
        var program = WithSecrets(ServerProgram.Web()).With("Journal:ConnectionString", Nowhere);

        await using (await ServerProcess.Start(program).Within("the server is ready"))
        {
            (await Run(program, "create-key", "--name", "pas", "--role", "viewer", "--scope", "everywhere")).ShouldBe((0, ""));
        }

        var (code, said) = await Run(program, "copy-journal", "--from", "Journal:ConnectionString", "--to", _folder.PathOf("copy"));
        code.ShouldBe(0, said);
        File.Exists(_folder.PathOf("copy/journal.db")).ShouldBeTrue();
    }

    [Fact]
    public async Task GivenConnectionStringInAFile_WhenASiloStarts_ThenItHasItsJournal()
    {
        await Write("Journal__ConnectionString", Nowhere);

        var (_, said) = await ProgramRun.ToItsEnd(WithSecrets(ServerProgram.Silo("--urls", "http://127.0.0.1:0")));

        said.ShouldStartWith("The database board at 127.0.0.1:1 cannot be reached");
    }

    [Fact]
    public async Task GivenNoSuchFolder_WhenAProgramStarts_ThenItSaysSo()
    {
        var none = _folder.PathOf("none");
        var sentence = $"The folder {none} that CAPACITY_BOARD_SECRETS names cannot be read: there is no such folder.";
        var (web, silo) = (ServerProgram.Web().With(SecretsFolder.Variable, none), ServerProgram.Silo().With(SecretsFolder.Variable, none));

        (await ProgramRun.ToItsEnd(web)).ShouldBe((1, sentence));
        (await ProgramRun.ToItsEnd(silo)).ShouldBe((1, sentence));
        (await Run(web, "copy-journal", "--from", "Journal:ConnectionString", "--to", _folder.PathOf("copy"))).ShouldBe((1, sentence));
        var (code, said) = await Run(web, "create-key", "--name", "pas", "--role", "viewer", "--scope", "everywhere");
        code.ShouldBe(2);
        said.ShouldBe(sentence);
    }

    [Fact]
    public async Task GivenNoConnectionString_WhenTheJournalIsCopiedFromIt_ThenItSaysWhereToPutIt() =>
        (await Run(ServerProgram.Web(), "copy-journal", "--from", "Journal:ConnectionString", "--to", _folder.PathOf("copy"))).ShouldBe(
            (1, "Journal:ConnectionString is not set: put it in the environment (Journal__ConnectionString) or in the folder that CAPACITY_BOARD_SECRETS names."));

    private static Task<(int Code, string Said)> Run(ServerProgram program, params string[] arguments) =>
        ProgramRun.ToItsEnd(program with { Arguments = arguments });

    private ServerProgram WithSecrets(ServerProgram program) => program.With(SecretsFolder.Variable, _folder.PathOf("secrets"));

    private Task Write(string name, string text)
    {
        Directory.CreateDirectory(_folder.PathOf("secrets"));
        return File.WriteAllTextAsync(Path.Combine(_folder.PathOf("secrets"), name), text);
    }
}
