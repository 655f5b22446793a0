using CapacityBoard.Processes;
using CapacityBoard.Support;

namespace CapacityBoard.Hosting.Nodes;

/// <summary>Two nodes behind a load balancer that knows nobody again: every connection goes to the next node.</summary>
public sealed class LoadBalancerTests(Databases databases) : IAsyncLifetime
{
    private readonly TwoNodes _nodes = new(databases);
    private readonly HttpClient _http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero });
    private ApiUser _user = null!;

    public async ValueTask InitializeAsync()
    {
        await _nodes.InitializeAsync();
        _http.BaseAddress = _nodes.Balancer.Address;
        _http.DefaultRequestHeaders.Authorization = MachineKey.Header;
        _user = new(_http);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _nodes.DisposeAsync();
    }

    [Fact]
    public async Task GivenApiUser_WhenEveryRequestGoesToTheNextNode_ThenEachSeesWhatWasDoneBefore()
    {
        var home = await _user.CareHome("the-limes", 10, 6);

        for (var occupied = 0; occupied < 8; occupied++)
        {
            var answer = (await _user.Declare(home, 10, occupied, $"operation-{occupied}")).ThenAccepted();
            (await _user.Declare(home, 10, occupied, $"operation-{occupied}")).ThenAccepted().Version.ShouldBe(answer.Version);
            (await _user.ReadBoard()).Rows.Single().Lines.Single().Available.ShouldBe(10 - occupied);
        }

        ShouldHaveServedBoth();
    }

    [Fact]
    public async Task GivenPersonWithoutScripts_WhenEveryRequestGoesToTheNextNode_ThenFormsAreTakenAndWhatWasDoneIsSeen()
    {
        await _nodes.A.OnTheBoard(await _user.CareHome("the-limes", 10, 9));
        using var person = new Visitor(_nodes.Balancer.Address, keepsConnections: false);
        var page = await person.Visit("/stockport/sites/the-limes");

        for (var free = 2; free < 8; free++)
        {
            page = await person.Send(page, "step-general-nursing", ("step", "more"));
            page.Status.ShouldBe(200);
            page.Said.ShouldContain($"{free} general nursing beds free.");
            (await person.Visit("/stockport")).Text.ShouldContain($"{10 - free} of 10 occupied");
            page = await person.Visit("/stockport/sites/the-limes");
        }

        ShouldHaveServedBoth();
    }

    [Fact]
    public async Task GivenScreensOnBothNodes_WhenSitesChange_ThenAllShowTheSame()
    {
        var home = await _user.CareHome("the-limes", 10, 9);
        await _nodes.Show(2);
        var screens = new List<Screen>();
        for (var opened = 0; opened < 4; opened++)
        {
            screens.Add(await Screen.Open(_nodes.Balancer.Address, TestBoard.Locality));
        }

        (await _user.Declare(home, 10, 1)).ThenAccepted();

        foreach (var screen in screens)
        {
            await screen.Until(shown => shown.Copy.Version == 3, "what was declared to either node");
            screen.Copy.ShouldShow(await _user.ReadBoard());
            await screen.DisposeAsync();
        }

        ShouldHaveServedBoth();
    }

    private void ShouldHaveServedBoth() => _nodes.Balancer.Connections.ShouldAllBe(count => count > 1);
}
