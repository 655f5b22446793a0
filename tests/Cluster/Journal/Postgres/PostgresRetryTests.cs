using CapacityBoard.Support;
using Npgsql;

namespace CapacityBoard.Journal.Postgres;

public sealed class PostgresRetryTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(12);

    private readonly ManualTimeProvider _clock = new();
    private readonly PostgresRetry _retry;

    public PostgresRetryTests() => _retry = new(_clock, Longest);

    [Fact]
    public void GivenOutage_WhenOthersComeLater_ThenNobodyIsKeptWaitingBeyondItsFirstTwelveSeconds()
    {
        _retry.IsWorthAnother(Gone).ShouldBeTrue();
        _clock.Advance(Longest - TimeSpan.FromMilliseconds(1));
        _retry.IsWorthAnother(Gone).ShouldBeTrue();

        _clock.Advance(TimeSpan.FromMilliseconds(1));

        _retry.IsWorthAnother(Gone).ShouldBeFalse();
        _retry.IsWorthAnother(Gone).ShouldBeFalse();
    }

    [Fact]
    public void GivenOutageIsOver_WhenTheNextBegins_ThenItsCallersAreKeptWaitingAnew()
    {
        _retry.IsWorthAnother(Gone).ShouldBeTrue();
        _clock.Advance(Longest);
        _retry.Succeeded();

        _retry.IsWorthAnother(Gone).ShouldBeTrue();
    }

    [Theory]
    [InlineData(PostgresErrorCodes.AdminShutdown, true)]
    [InlineData(PostgresErrorCodes.CannotConnectNow, true)]
    [InlineData(PostgresErrorCodes.TooManyConnections, true)]
    [InlineData(PostgresErrorCodes.SerializationFailure, true)]
    [InlineData(PostgresErrorCodes.InvalidPassword, false)]
    [InlineData(PostgresErrorCodes.InsufficientPrivilege, false)]
    [InlineData(PostgresErrorCodes.UndefinedTable, false)]
    public void GivenRefusalOfTheDatabase_ThenOnlyWhatMayPassIsTriedAgain(string state, bool again) =>
        _retry.IsWorthAnother(new PostgresException("refused", "ERROR", "ERROR", state)).ShouldBe(again);

    [Fact]
    public async Task GivenReadThatFailsTwice_WhenTheDatabaseIsBack_ThenItIsAnswered()
    {
        var tries = 0;
        var answer = _retry.Run(_ => ++tries < 3 ? Task.FromException<int>(Gone) : Task.FromResult(7), CancellationToken.None);

        _clock.Advance(TimeSpan.FromMilliseconds(50));
        _clock.Advance(TimeSpan.FromMilliseconds(100));

        (await answer.Within("the third try answers")).ShouldBe(7);
        tries.ShouldBe(3);
    }

    private static NpgsqlException Gone => new("The connection is gone.");
}
