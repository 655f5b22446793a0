using System.CommandLine;
using CapacityBoard.Faults;
using CapacityBoard.Processes;

namespace CapacityBoard.Hosting;

/// <summary>A password on a command line is read by everybody on the machine, so no program takes one there.</summary>
public sealed class JournalPlaceTests
{
    private const string WithPassword = "Host=127.0.0.1;Port=1;Database=board;Username=board;Password=hunter2";

    public static TheoryData<string, string[]> Places => new()
    {
        { "--journal", ["--journal", WithPassword] },
        { "--journal", ["create-key", "--name", "pas", "--role", "viewer", "--scope", "everywhere", "--journal", WithPassword] },
        { "--to", ["copy-journal", "--from", "data", "--to", WithPassword] },
        { "--from", ["copy-journal", "--from", WithPassword, "--to", "data"] },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task GivenPasswordOnTheCommandLine_WhenTheBoardOrAnErrandIsRun_ThenRefusedAndSaidWhereToPutIt(string option, string[] arguments) =>
        ThenRefused(await ProgramRun.ToItsEnd(ServerProgram.Web() with { Arguments = arguments }), option);

    [Fact]
    public async Task GivenPasswordOnTheCommandLine_WhenASiloIsRun_ThenRefusedAndSaidWhereToPutIt() =>
        ThenRefused(await ProgramRun.ToItsEnd(ServerProgram.Silo("--journal", WithPassword)), "--journal");

    [Theory]
    [InlineData("Host=db;Password=x", false)]
    [InlineData("password = x;Host=db", false)]
    [InlineData("Host=db; PWD=x", false)]
    [InlineData("Host=db;psw='x y'", false)]
    [InlineData("Host=db;SSL Password=x", false)]
    [InlineData("postgresql://board:x@db/board", false)]
    [InlineData("Host=db;Database=board;Username=board", true)]
    [InlineData("Host=db;Passfile=/run/secrets/pgpass", true)]
    [InlineData("Host=db;Password=", true)]
    [InlineData("data/password", true)]
    public void GivenPlace_WhenChecked_ThenRefusedWhereItHoldsAPassword(string place, bool isTaken)
    {
        var command = new RootCommand { new Option<string>("--journal") { Validators = { JournalPlace.Check } } };

        (command.Parse(["--journal", place]).Errors.Count == 0).ShouldBe(isTaken);
    }

    private static void ThenRefused((int Code, string Said) run, string option)
    {
        run.Code.ShouldBe(2);
        run.Said.ShouldBeOneSentence().ShouldBe(
            $"{option} has a password that everyone on this machine can read. Put the connection string in the environment (Journal__ConnectionString) "
            + "or in the file of that name in the folder that CAPACITY_BOARD_SECRETS names, or the password alone in the file that PGPASSFILE names.");
    }
}
