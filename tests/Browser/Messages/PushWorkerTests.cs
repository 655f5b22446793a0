using CapacityBoard.Support;
using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace CapacityBoard.Browser.Messages;

/// <summary>What is pushed to a device, from the browser's own delivery on.</summary>
public sealed class PushWorkerTests(SharedBrowser browser, BrowsedBoard board) : BrowserTest(browser), IClassFixture<BrowsedBoard>
{
    protected override Uri Address => board.Server.Address;

    [Fact]
    public async Task GivenWorker_WhenMessagesOfOneMatterArePushed_ThenTheLastIsShownAndOpensItsPage()
    {
        var home = await board.HomeAlone();
        var desk = await Desk();
        await using var device = await PushedDevice.Of(desk);
        var path = $"{BrowsedBoard.PathOf(home)}#enquiries";

        await device.Push($$"""{"title":"The Limes","body":"Can you take this person?","path":"{{path}}","count":3,"tag":"one"}""");
        await device.Push($$"""{"title":"The Limes","body":"Overdue: can you take this person?","path":"{{path}}","count":2,"tag":"one"}""");

        (await device.Shown()).ShouldBe("The Limes: Overdue: can you take this person?");
        (await device.Badges()).ShouldBe("3,2");
        await device.Click();
        await Expect(desk.Page).ToHaveURLAsync($"{Address}{path[1..]}");
        (await device.Shown()).ShouldBeEmpty();
        (await device.Opened()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("{}")]
    [InlineData("")]
    public async Task GivenMalformedData_ThenItSaysThatSomethingWaitsAndLeadsToMyWork(string data)
    {
        var desk = await Desk();
        await using var device = await PushedDevice.Of(desk);

        await device.Push(data);

        (await device.Shown()).ShouldBe("Something waits for you: Open the board to see it.");
        await device.Click();
        await Expect(desk.Page).ToHaveURLAsync($"{Address}work");
    }

    [Fact]
    public async Task GivenAddressElsewhere_WhenItIsClicked_ThenNobodyIsLedThere()
    {
        var desk = await Desk();
        await using var device = await PushedDevice.Of(desk);

        await device.Push("""{"title":"Elsewhere","path":"//elsewhere.example/"}""");
        await device.Click();

        await Expect(desk.Page).ToHaveURLAsync($"{Address}work");
    }

    [Fact]
    public async Task GivenOnlyAWallboard_WhenANotificationIsClicked_ThenANewWindowIsOpened()
    {
        var home = await board.HomeAlone();
        var desk = await Desk();
        await using var device = await PushedDevice.Of(desk);
        await desk.Open($"/{home.Locality}/wall");
        await device.Push("""{"title":"The Limes","path":"/work"}""");

        await device.Click();

        (await device.Opened()).ShouldBe($"{Address}work");
        await Expect(desk.Page).ToHaveURLAsync($"{Address}{home.Locality}/wall");
    }

    [Fact]
    public async Task GivenWorker_ThenItIsForAllPagesAndKeepsNothing()
    {
        var desk = await Desk();
        await using var device = await PushedDevice.Of(desk);
        (await desk.Page.EvaluateAsync<string[]>("async () => [(await navigator.serviceWorker.ready).scope, ...await caches.keys()]")).ShouldBe([Address.ToString()]);
        var worker = await desk.Page.APIRequest.GetAsync("/dist/push.worker.js");
        worker.Headers["content-type"].ShouldBe("text/javascript");
        worker.Headers["cache-control"].ShouldBe("no-cache");
        (await worker.TextAsync()).ShouldNotContain("respondWith");
    }
}
