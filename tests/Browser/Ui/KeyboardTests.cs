using CapacityBoard.Beds;
using CapacityBoard.Browser.Sites;
using CapacityBoard.Holds;
using CapacityBoard.Support;
using CapacityBoard.Ui;

using static Microsoft.Playwright.Assertions;

namespace CapacityBoard.Browser.Ui;

/// <summary>Everything without a mouse.</summary>
public sealed class KeyboardTests(SharedBrowser browser, EveryState board) : BrowserTest(browser), IClassFixture<EveryState>
{
    /// <summary>How an element and what belongs to it look where the focus could show.</summary>
    private const string Look = """
        window.lookOf = element => [element, ...element.querySelectorAll("*"), element.nextElementSibling].filter(each => each).flatMap(each =>
          [null, "::before", "::after"].map(part => {
            const { outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor, borderTopColor, borderTopWidth, color } = getComputedStyle(each, part);
            return [outlineStyle === "none" ? "" : [outlineStyle, outlineWidth, outlineColor], boxShadow, backgroundColor, borderTopColor, borderTopWidth, color].join();
          })).join("|");
        window.focusables = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")]
          .filter(each => !each.disabled && each.checkVisibility());
        window.looks = new Map(focusables.map(each => [each, lookOf(each)]));
        window.reached = new Set();
        """;

    protected override Uri Address => board.Server.Address;

    public static TheoryData<string> MainPages() =>
    [
        "/",
        $"/{EveryState.Locality}",
        $"/{EveryState.Locality}/wall",
        BrowsedBoard.PathOf(EveryState.Limes),
        BrowsedBoard.PathOf(EveryState.Unit),
        $"{BrowsedBoard.PathOf(EveryState.Ward)}?bed=1",
        Paths.OfHold(EveryState.Limes, BedType.GeneralNursing),
        "/import",
    ];

    [Theory, MemberData(nameof(MainPages))]
    public async Task GivenPage_WhenTabbedThrough_ThenEveryControlIsReachedAndShowsItsFocus(string path)
    {
        var desk = await Desk();
        await desk.Open(path);
        await desk.Page.EvaluateAsync(Look);
        var controls = await desk.Page.EvaluateAsync<int>("focusables.length");

        var unseen = new List<string>();
        for (var tab = 0; tab <= controls + 10; tab++)
        {
            await desk.Page.Keyboard.PressAsync("Tab");
            unseen.AddRange(await desk.Page.EvaluateAsync<string[]>("""
                (() => {
                  const at = document.activeElement;
                  if (!looks.has(at) || reached.has(at)) return [];
                  reached.add(at);
                  return lookOf(at) === looks.get(at) ? [at.outerHTML.slice(0, 150)] : [];
                })()
                """));
        }

        unseen.ShouldBeEmpty();
        (await desk.Page.EvaluateAsync<string[]>("""
            focusables.filter(each => !reached.has(each) && each.type !== "radio").map(each => each.outerHTML.slice(0, 150))
            """)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(MainPages))]
    public async Task GivenPage_WhenTheSkipLinkIsFollowed_ThenTheContentHasTheFocus(string path)
    {
        var desk = await Desk();
        await desk.Open(path);
        if (await desk.Page.Locator(".nhsuk-skip-link").CountAsync() == 0)
        {
            path.ShouldEndWith("/wall");
            return;
        }

        await desk.Page.Keyboard.PressAsync("Tab");
        await Expect(desk.Page.Locator(".nhsuk-skip-link")).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("Enter");

        await Expect(desk.Page.Locator("#maincontent")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task GivenHome_WhenPlusIsPressedByKeyboardTwice_ThenTwoMoreBedsAreFreeAndTheFocusStays()
    {
        var home = await board.Home(board.NewLocality(), "the-limes");
        var desk = await Desk();
        await desk.Open(BrowsedBoard.PathOf(home));
        var page = new HomePage(desk.Page);

        await TabTo(desk, "step-general-nursing-more");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Free).ToHaveTextAsync("5");
        await Expect(page.More).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("Enter");

        await Expect(page.Free).ToHaveTextAsync("6");
    }

    [Fact]
    public async Task GivenHoldPage_WhenFilledInByKeyboard_ThenTheBedIsHeld()
    {
        var home = await board.Home(board.NewLocality(), "the-limes");
        var desk = await Desk();
        await desk.Open($"/{home.Locality}");
        await TabUntil(desk, "document.activeElement.textContent.startsWith('Hold a bed') || document.activeElement.textContent.startsWith('Hold')");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.Locator("#place-stay")).ToBeVisibleAsync();

        await TabTo(desk, "place-stay");
        await desk.Page.Keyboard.TypeAsync("K-1");
        await TabTo(desk, "place-send");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.Locator("#place-unknown")).ToBeVisibleAsync();
        await TabTo(desk, "place-unknown");
        await desk.Page.Keyboard.PressAsync(" ");
        await TabTo(desk, "place-send");
        await desk.Page.Keyboard.PressAsync("Enter");

        await Expect(desk.Page.Locator("#said")).ToContainTextAsync("General nursing bed held for K-1 until");
        (await board.Line(home)).Held.ShouldBe(1);
    }

    private static Task TabTo(Person desk, string id) => TabUntil(desk, $"document.activeElement.id === '{id}'");

    private static async Task TabUntil(Person desk, string condition)
    {
        const int Most = 80;
        for (var tab = 0; tab < Most; tab++)
        {
            await desk.Page.Keyboard.PressAsync("Tab");
            if (await desk.Page.EvaluateAsync<bool>(condition))
            {
                return;
            }
        }

        Assert.Fail($"Not reached with {Most} tabs: {condition}");
    }
}
