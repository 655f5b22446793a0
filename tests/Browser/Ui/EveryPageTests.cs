using System.Globalization;
using System.Text;
using CapacityBoard.Browser.Access.Accounts;
using CapacityBoard.Journal;
using CapacityBoard.Support;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CapacityBoard.Browser.Ui;

/// <summary>What holds for every page of the program, at every size.</summary>
public sealed class EveryPageTests(SharedBrowser browser, EveryState board, KeptScreen screen) : BrowserTest(browser), IClassFixture<EveryState>, IClassFixture<KeptScreen>
{
    private const int PhoneWidth = 390;
    private const int DeskWidth = 1280;

    /// <summary>Where no link leads whoever is signed in.</summary>
    private static readonly string[] WaysIn = ["/Access/Accounts/SignIn", "/Access/Accounts/SignOut", "/Access/Accounts/Join", "/Messages/Links/Do", "/Messages/Links/Stop", "/Messages/Links/Verify", .. WayInTests.Pages];

    /// <summary>Forms are sent there; it leads on to the board.</summary>
    private const string ShowsNothing = "/Chasing/Chase";

    protected override Uri Address => board.Server.Address;

    [Fact]
    public async Task GivenThePagesOfTheProgram_WhenAllLinksAreFollowed_ThenNoneIsBrokenAndEveryPageIsAmongThoseTestedHere()
    {
        var all = board.Server.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items
            .OfType<PageActionDescriptor>().Select(page => page.ViewEnginePath).Where(page => page is not ("/Hosting/Error" or ShowsNothing)).ToHashSet();

        using var http = await Walk.Client(board.Server);
        var user = new ApiUser(http);
        var reached = await Walk.From(board.Server, user);

        reached.Values.ToHashSet().ShouldBe(all.Except(WaysIn), ignoreOrder: true);
        var tested = new HashSet<string>(WayInTests.Pages);
        foreach (var address in EveryAddress.All().Select(row => row.Data))
        {
            tested.UnionWith((await user.Get(AddressOf(address))).Headers.TryGetValues(NamedPages.PageHeader, out var page) ? page : []);
        }

        tested.ShouldBe([.. all, "/Hosting/Error"], ignoreOrder: true);
    }

    [Theory, MemberData(nameof(EveryAddress.All), MemberType = typeof(EveryAddress))]
    public async Task GivenPage_ThenAxeFindsNothingAndItFitsAndNothingIsInline(string address)
    {
        var person = await screen.At(Address);
        var page = await person.Open(AddressOf(address));
        await OpenDetails(person);

        await ShouldBeInOrder(person, address, isFirst: board.IsFirstOf(NameOf(page)));
        person.ShouldHaveNoFaults();
    }

    [Theory]
    [InlineData("/stockport/sites/the-limes", "numbers-general-nursing", "free", "99")]
    [InlineData("/stockport/sites/the-limes", "close-general-nursing", "beds", "99")]
    [InlineData("/stockport/sites/the-limes", "expect", "words", "")]
    [InlineData("/stockport/sites/the-limes", "suspend", "words", "")]
    [InlineData("/stockport/sites/the-silent-house", "first", "total", "many")]
    [InlineData("/stockport/sites/stepping-hill/a1?bed=3", "admission", "stay", "Mrs Example")]
    [InlineData("/stockport/sites/stepping-hill/a1?bed=1", "discharge", "at-date", "")]
    [InlineData("/stockport/hold?site=stockport/the-limes&type=general-nursing", "place", "stay", "Mrs Example")]
    [InlineData("/stockport/choices?site=stockport/stepping-hill/a1&stay=W-1", "hold-f9b41a9513", "arrival-date", "99")]
    public async Task GivenFormThatCannotBeRight_WhenSent_ThenThePageWithItsProblemsIsInOrderToo(string address, string form, string field, string wrong)
    {
        var person = await Desk();
        var page = await person.Open(address);
        await OpenDetails(person);
        await person.Page.Locator($"#{form}-{field}, #{form}-form-{field}").First.FillAsync(wrong);

        await person.Tap(person.Page.Locator($"#{form}-send"));

        await Assertions.Expect(person.Page.Locator(".nhsuk-error-summary")).ToBeFocusedAsync();
        await OpenDetails(person);
        await ShouldBeInOrder(person, $"{address} with problems of {form}", isFirst: board.IsFirstOf($"{NameOf(page)} with problems"));
    }

    /// <summary>A row is made twice: by the server for the page, by the page's script for what is pushed.</summary>
    [Theory, InlineData(""), InlineData("?near=SK7%201AA"), InlineData("?type=general-nursing")]
    public async Task GivenSitesInEveryState_WhenTheScriptMakesAllRows_ThenTheyAreTheServers(string query)
    {
        var (plain, live) = (await Desk(script: false), await Desk());
        await live.Page.AddInitScriptAsync(WithoutRows);

        // An age may grow by a minute between the two.
        var differences = await Differences();
        (differences is [] ? differences : await Differences()).ShouldBeEmpty();

        async Task<string[]> Differences()
        {
            await plain.Open($"/{EveryState.Locality}{query}");
            await live.Open($"/{EveryState.Locality}{query}");
            var servers = await RowsOf(plain);
            servers.ShouldNotBeEmpty();
            await Assertions.Expect(live.Page.Locator("tbody.cb-site")).ToHaveCountAsync(servers.Length);
            return [.. servers.Zip(await RowsOf(live)).Where(pair => pair.First != pair.Second).Select(pair => $"{pair.First}{Environment.NewLine}{pair.Second}")];
        }
    }

    /// <summary>Before any script of the page's runs, it shows no site and no version, so that its script asks for all.</summary>
    private const string WithoutRows = """
        document.addEventListener("readystatechange", () => {
          const board = document.getElementById("board");
          if (document.readyState === "interactive" && board) {
            board.dataset.screen = board.dataset.screen.replace(/"version":[0-9]+/, '"version":0');
            board.querySelectorAll("tbody.cb-site").forEach(row => row.remove());
          }
        });
        """;

    /// <summary>Each row as tags, sorted attributes and words, without the white space between.</summary>
    private static async Task<string[]> RowsOf(Person person) => await person.Page.EvaluateAsync<string[]>("""
        (() => {
          const text = words => words.replace(/\s+/g, " ").trim();
          const write = node => node.nodeType === Node.TEXT_NODE ? text(node.textContent)
            : `<${node.tagName} ${[...node.attributes].map(each => `${each.name}="${each.value.replace(" cb-changed", "")}"`).sort().join(" ")}>`
              + [...node.childNodes].filter(each => each.nodeType !== Node.COMMENT_NODE).map(write).filter(part => part !== "").join(" ") + `</${node.tagName}>`;
          return [...document.querySelectorAll("tbody.cb-site")].map(write);
        })()
        """);

    private string AddressOf(string address) => address.Replace(EveryAddress.Past, Uri.EscapeDataString(Instants.ToText(board.Past)), StringComparison.Ordinal);

    private static string NameOf(IResponse page) => page.Headers[NamedPages.PageHeader.ToLowerInvariant()];

    /// <summary>All of the page's own; the header's would cover what is below it.</summary>
    private static async Task OpenDetails(Person person) =>
        await person.Page.EvaluateAsync("document.querySelectorAll('main details').forEach(each => each.open = true)");

    /// <param name="isFirst">Whether it is looked at on a wide screen too, as one address of each page is; on a phone, all are.</param>
    internal static async Task ShouldBeInOrder(Person person, string name, bool isFirst = true)
    {
        var faults = new StringBuilder();
        foreach (var width in isFirst ? [DeskWidth, PhoneWidth] : new[] { PhoneWidth })
        {
            await person.Page.SetViewportSizeAsync(width, 900);
            foreach (var fault in await Axe.Faults(person.Page))
            {
                faults.AppendLine(CultureInfo.InvariantCulture, $"{name} at {width}: {fault}");
            }
        }

        foreach (var fault in await Axe.DarkFaults(person.Page))
        {
            faults.AppendLine(CultureInfo.InvariantCulture, $"{name} in the dark: {fault}");
        }

        foreach (var missed in await DesignSystemSheet.MissedBy(person.Page))
        {
            faults.AppendLine(CultureInfo.InvariantCulture, $"{name} uses {missed}, whose rules page.css leaves out");
        }

        await person.Page.SetViewportSizeAsync(320, 900);
        faults.Append(await person.Page.EvaluateAsync<string>("""
            (() => {
              const { scrollWidth, clientWidth } = document.scrollingElement;
              const wide = [...document.querySelectorAll("body *")].filter(each => each.getBoundingClientRect().right > clientWidth + 1 && !each.closest(".nhsuk-u-visually-hidden, thead"));
              // What a script draws in a picture sets its sizes by properties, which no content policy is about.
              const inline = [...document.querySelectorAll("script:not([src]), style, [style]:not([data-picture] *), [onclick], [onload], [onsubmit]")];
              return (scrollWidth <= clientWidth ? "" : `Scrolls sideways at 320: ${scrollWidth}: ${wide.slice(0, 5).map(each => each.outerHTML.slice(0, 120)).join(" | ")}\n`)
                + inline.map(each => `Inline: ${each.outerHTML.slice(0, 120)}\n`).join("");
            })()
            """));
        faults.ToString().ShouldBeEmpty();
    }
}
