using System.Net.Sockets;
using CapacityBoard.Journal;
using Orleans.Runtime.Messaging;

namespace CapacityBoard.Cluster;

public sealed class TransportFaultTests
{
    public static TheoryData<Exception> OfTheWay =>
    [
        new TimeoutException(), new SiloUnavailableException(), new ConnectionFailedException("refused"),
        new GatewayTooBusyException("busy"), new OrleansException("The directory is not stable."), new SocketException(),
        new AggregateException(new InvalidOperationException(), new SiloUnavailableException()),
    ];

    public static TheoryData<Exception> OfTheGrain =>
    [
        new JournalUnavailableException("It timed out.", new TimeoutException()), new FormatException(), new InvalidOperationException("", new SiloUnavailableException()),
        new OperationCanceledException(), new AggregateException(new FormatException()),
    ];

    [Theory, MemberData(nameof(OfTheWay))]
    public void GivenTheWayFailed_ThenAnotherAttemptMaySucceed(Exception failure) => TransportFault.Is(failure).ShouldBeTrue();

    [Theory, MemberData(nameof(OfTheGrain))]
    public void GivenTheGrainFailed_ThenItsCallerIsTold(Exception failure) => TransportFault.Is(failure).ShouldBeFalse();
}
