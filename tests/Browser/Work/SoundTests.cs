using CapacityBoard.Access;
using CapacityBoard.Browser.Ui;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace CapacityBoard.Browser.Work;

/// <summary>A sound for what is new, on devices where somebody switched it on.</summary>
public sealed class SoundTests(SharedBrowser browser, BrowsedBoard board) : BrowserTest(browser), IClassFixture<BrowsedBoard>
{
    /// <summary>Counts the tones and plays none.</summary>
    private const string Sounds = """
        window.tones = 0;
        const real = window.AudioContext.prototype.createOscillator;
        window.AudioContext.prototype.createOscillator = function () {
          window.tones++;
          return real.call(this);
        };
        """;

    protected override Uri Address => board.Server.Address;

    [Fact]
    public async Task GivenSoundSwitchedOnByKeyboard_WhenSomethingIsNew_ThenItSoundsUntilItIsSwitchedOff()
    {
        var home = await board.HomeAlone();
        var deputy = await InRole("The deputy", phone: false, new Grant(Role.CareProvider, Scope.Of(home)));
        deputy.HasNoPointer = true;
        await deputy.Page.AddInitScriptAsync(Sounds);
        await deputy.Open("/work");
        var sound = deputy.Page.GetByLabel("Play a sound when something new waits for me");
        await Expect(sound).Not.ToBeCheckedAsync();
        await EveryPageTests.ShouldBeInOrder(deputy, "My work with its switch");

        await Hold(deputy, home, "SH-1");
        (await Tones(deputy)).ShouldBe(0);

        await deputy.Tap(sound);
        (await Tones(deputy)).ShouldBe(1);
        await Hold(deputy, home, "SH-2");
        (await Tones(deputy)).ShouldBe(2);

        await deputy.Page.ReloadAsync();
        await Expect(sound).ToBeCheckedAsync();
        await sound.UncheckAsync();
        await Hold(deputy, home, "SH-3");
        (await Tones(deputy)).ShouldBe(0);
    }

    [Fact]
    public async Task GivenNoScripts_ThenThereIsNoSwitch()
    {
        var phone = await Phone(script: false);
        await phone.Open("/work");
        await Expect(phone.Page.Locator("#sound")).ToBeHiddenAsync();
    }

    private static Task<int> Tones(Person person) => person.Page.EvaluateAsync<int>("window.tones");

    private async Task Hold(Person person, SiteKey home, string stay)
    {
        var news = person.Page.Locator("#news");
        var before = await news.TextContentAsync();
        (await board.Server.Hold(home, stay, operation: stay)).ThenAccepted();
        await Expect(news).Not.ToHaveTextAsync(before!);
        await Expect(news).ToContainTextAsync("new", new() { IgnoreCase = true });
    }
}
