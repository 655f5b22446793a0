using CapacityBoard.Journal.Postgres;
using CapacityBoard.Nodes;
using CapacityBoard.Support;
using Npgsql;

namespace CapacityBoard.Hosting.Nodes;

public sealed class NodeLocksTests(Databases databases)
{
    [Fact]
    public async Task GivenLockHeldByOneNode_WhenAnotherAsksForIt_ThenItWaitsUntilThatIsReleased()
    {
        var database = await databases.New();
        await using var one = PostgresConnections.Open(database);
        await using var other = PostgresConnections.Open(database);
        var held = await new PostgresLocks(one, TimeProvider.System).Take("work", CancellationToken.None);
        await using var free = await new PostgresLocks(other, TimeProvider.System).Take("other work", CancellationToken.None);

        var waiting = new PostgresLocks(other, TimeProvider.System).Take("work", CancellationToken.None);
        (await held.IsHeld(CancellationToken.None)).ShouldBeTrue();
        waiting.IsCompleted.ShouldBeFalse();
        await held.DisposeAsync();

        await using var taken = await waiting.Within("the lock is free");
        (await taken.IsHeld(CancellationToken.None)).ShouldBeTrue();
    }

    [Fact]
    public async Task GivenLockThatIsHeld_WhenTried_ThenNoneAtOnce_AndOnceItIsReleasedOne()
    {
        var database = await databases.New();
        await using var one = PostgresConnections.Open(database);
        await using var other = PostgresConnections.Open(database);
        await OneAtATime(new PostgresLocks(one, TimeProvider.System), new PostgresLocks(other, TimeProvider.System));
        var alone = new LocalLocks();
        await OneAtATime(alone, alone);
    }

    private static async Task OneAtATime(INodeLocks one, INodeLocks other)
    {
        await using (await one.Take("work", CancellationToken.None))
        {
            (await other.TryTake("work", CancellationToken.None)).ShouldBeNull();
        }

        await using var held = (await other.TryTake("work", CancellationToken.None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task GivenLockWhoseConnectionBreaks_ThenItIsKnownToBeLostAndAnotherNodeHasIt()
    {
        var database = await databases.New();
        await using var one = PostgresConnections.Open(database);
        await using var other = PostgresConnections.Open(database);
        await using var held = await new PostgresLocks(one, TimeProvider.System).Take("work", CancellationToken.None);

        await using var end = new NpgsqlCommand("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND pid <> pg_backend_pid()", await other.OpenConnectionAsync());
        await end.ExecuteNonQueryAsync();

        await using var taken = await new PostgresLocks(other, TimeProvider.System).Take("work", CancellationToken.None).Within("the lock is free");
        (await held.IsHeld(CancellationToken.None)).ShouldBeFalse();
    }

    [Fact]
    public async Task GivenOneNodeAlone_WhenTwoAskForALock_ThenTheSecondWaits()
    {
        var locks = new LocalLocks();
        var held = await locks.Take("work", CancellationToken.None);
        var waiting = locks.Take("work", CancellationToken.None);
        waiting.IsCompleted.ShouldBeFalse();

        await held.DisposeAsync();

        await waiting.Within("the lock is free");
    }
}
