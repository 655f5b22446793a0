using CapacityBoard.Processes;

namespace CapacityBoard.Faults;

/// <summary>A silo that cannot start says why and what to do, in a sentence, and ends with 1.</summary>
public sealed class SiloStartFaultTests
{
    private const string Nowhere = "Host=127.0.0.1;Port=1;Database=board;Timeout=1";

    [Fact]
    public async Task GivenNoJournal_WhenASiloStarts_ThenItSaysThatItNeedsOneThatWebNodesShare() => (await Said(ServerProgram.Silo()))
        .ShouldBe("A separate silo needs a journal that web nodes can read. Set a PostgreSQL database with --journal or Journal:ConnectionString.");

    [Fact]
    public async Task GivenWrongSetting_WhenASiloStarts_ThenItSaysWhatIsAllowed() =>
        (await Said(ServerProgram.Silo("--journal", Nowhere).With("Cluster:SiloPort", "0"))).ShouldBe(
            "Cluster:SiloPort is not a port. Use 1 to 65535.");

    [Fact]
    public async Task GivenRedisThatKeepsNothing_WhenASiloStarts_ThenItSaysWhatToSet()
    {
        await using var postgres = await PostgresServer.Start();
        await using var redis = await RedisServer.Start(isPersistent: false);
        var silo = ServerProgram.Silo("--journal", await postgres.CreateDatabase(), "--urls", "http://127.0.0.1:0")
            .With("Cluster:Redis", redis.ConnectionString);

        (await Said(silo)).ShouldContain("set 'appendonly yes' in its configuration and restart it.");
    }

    [Fact]
    public async Task GivenNoDatabase_WhenASiloStarts_ThenItSaysSo() => (await Said(ServerProgram.Silo("--journal", Nowhere, "--urls", "http://127.0.0.1:0")))
        .ShouldMatch("^The database board at 127.0.0.1:1 cannot be reached: .+, then start again.$");

    private static async Task<string> Said(ServerProgram silo)
    {
        var (code, said) = await ProgramRun.ToItsEnd(silo);
        code.ShouldBe(1);
        return said.ShouldBeOneSentence();
    }
}
