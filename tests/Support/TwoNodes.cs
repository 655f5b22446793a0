namespace CapacityBoard.Support;

/// <summary>Two web nodes on one new PostgreSQL database, behind a plain load balancer.</summary>
public sealed class TwoNodes(Databases databases) : IAsyncLifetime
{
    private LoadBalancer? _balancer;

    public TestBoard A { get; private set; } = null!;

    public TestBoard B { get; private set; } = null!;

    public LoadBalancer Balancer => _balancer ??= Balance();

    /// <summary>Holds back entries from node B.</summary>
    public HeldJournal JournalOfB { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var database = await databases.New();
        (A, B) = (new() { Database = database }, new() { Database = database, Configure = JournalOfB.Use });
        await Task.WhenAll(A.InitializeAsync().AsTask(), B.InitializeAsync().AsTask());
    }

    public async ValueTask DisposeAsync()
    {
        await (_balancer?.DisposeAsync() ?? ValueTask.CompletedTask);
        JournalOfB.Release();
        await B.DisposeAsync();
        await A.DisposeAsync();
    }

    private LoadBalancer Balance()
    {
        var balancer = new LoadBalancer(A.Address, B.Address);
        Sessions.Know(balancer.Address, A.Address);
        return balancer;
    }

    /// <summary>Waits until both nodes show a version.</summary>
    public async Task Show(long version, string locality = TestBoard.Locality)
    {
        await using var onA = await A.ScreenShowing(version, locality);
        await using var onB = await B.ScreenShowing(version, locality);
    }
}
