using System.Text;
using System.Text.RegularExpressions;
using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using CapacityBoard.Ui.Forms;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CapacityBoard.Browser.Choices;

/// <summary>From a person's needs by way of the choice list to a held bed, and to the sheet for the family.</summary>
public sealed partial class ChoicesTests(SharedBrowser browser, BrowsedBoard board) : BrowserTest(browser), IClassFixture<BrowsedBoard>
{
    protected override Uri Address => board.Server.Address;

    [Theory, InlineData(true), InlineData(false)]
    public async Task GivenPersonWithNeeds_WhenABedIsHeldFromTheListOnAPhone_ThenTheListSaysSo(bool script)
    {
        var (ward, homes) = await Given(2);
        var phone = await Phone(script);
        await phone.Open(PathOf(ward));
        var form = ElementId.Of("hold", homes[0].Value);

        await phone.Tap(phone.Page.Locator($"#{form}-details summary"));
        await phone.Tap(phone.Page.Locator($"#{form}-send"));

        await Expect(phone.Page.Locator("#said")).ToContainTextAsync("A general nursing bed is held at");
        await Expect(phone.Page.Locator("section[aria-labelledby=held] .cb-item")).ToHaveCountAsync(1);
        await Expect(phone.Page.Locator($"#{form}")).ToHaveCountAsync(0);
        (await board.Line(homes[0])).Held.ShouldBe(1);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task GivenLastBedOnTwoLists_WhenTwoPeopleHoldIt_ThenTheSecondIsToldAndSeesTheListAnew(bool script)
    {
        var (ward, homes) = await Given(1, free: 1);
        (await board.Server.Say(SiteKind.Ward, ward, new AdmitStay("W-2", "2"))).ThenAccepted();
        (await board.Server.Say(SiteKind.Ward, ward, new SetNeeds("W-2", new([TestBoard.Type])))).ThenAccepted();
        var (first, second) = (await Desk(script), await Desk(script));
        var form = ElementId.Of("hold", homes[0].Value);
        foreach (var (desk, stay) in new[] { (first, "W-1"), (second, "W-2") })
        {
            await desk.Open(PathOf(ward, stay));
            await desk.Tap(desk.Page.Locator($"#{form}-details summary"));
        }

        await first.Tap(first.Page.Locator($"#{form}-send"));
        await Expect(first.Page.Locator("#said")).ToContainTextAsync("is held at");
        await second.Tap(second.Page.Locator($"#{form}-send"));

        await Expect(second.Page.Locator(".nhsuk-error-summary")).ToContainTextAsync("No beds of this type are free here now");
        await Expect(second.Page.Locator("section[aria-labelledby=full] .cb-place")).ToHaveCountAsync(1);
        (await board.Line(homes[0])).Held.ShouldBe(1);
    }

    [Fact]
    public async Task GivenTwentyHomes_WhenPrintedForTheFamily_ThenTwoSheetsInLargeTypeWithoutTheReference()
    {
        var (ward, _) = await Given(20);
        var desk = await Desk();
        await desk.Open($"{PathOf(ward)}&for=family");
        await desk.Page.EmulateMediaAsync(new() { Media = Media.Print });

        (await desk.Page.Locator(".cb-family").InnerTextAsync()).ShouldNotContain("W-1");
        (await desk.Page.EvaluateAsync<double>("Math.min(...[...document.querySelectorAll('.cb-family :is(p, li, h2)')].map(each => parseFloat(getComputedStyle(each).fontSize)))"))
            .ShouldBeGreaterThanOrEqualTo(18.6, "14 points are 18.67 pixels");
        var sheets = await desk.Page.PdfAsync(new() { PreferCSSPageSize = true });

        SheetOf().Count(Encoding.Latin1.GetString(sheets)).ShouldBe(2);
    }

    /// <summary>A person who needs nursing, and homes with long names and addresses.</summary>
    private async Task<(SiteKey Ward, IReadOnlyList<SiteKey> Homes)> Given(int count, int free = 2)
    {
        var locality = board.NewLocality();
        var homes = new List<SiteKey>();
        for (var number = 1; number <= count; number++)
        {
            var home = await board.Home(locality, $"the-home-{number}", 10, 10 - free);
            (await board.Server.Send(HttpMethod.Put, CapacityBoard.Sites.SiteApi.AddressOf(SiteKind.CareHome, home), TestBoard.Json(DetailsOf(number)))).ThenAccepted();
            homes.Add(home);
        }

        var ward = SiteKey.OfWard(locality, "the-hospital", "a1");
        (await board.Server.Register(SiteKind.Ward, ward)).ThenAccepted();
        foreach (var command in new SiteCommand[]
        {
            new DeclareVacancies([new(BedType.Inpatient, 6, 0)]), new AdmitStay("W-1", "1", Age: AgeBand.From85), new SetNeeds("W-1", new([TestBoard.Type], Nursing: true, Near: "SK2 7JE")),
        })
        {
            (await board.Server.Say(SiteKind.Ward, ward, command)).ThenAccepted();
        }

        return (ward, homes);
    }

    private static SiteDetails DetailsOf(int number) => new(
        SiteKind.CareHome,
        $"The Invented Residential and Nursing Home {number}",
        Address: $"{number} Long Invented Road, Hazel Grove, Stockport, Greater Manchester",
        Postcode: "SK2 7JE",
        Position: new(53.385 + number * 0.004, -2.13),
        Telephone: "0161 496 0001",
        Rating: CqcRating.Good,
        Services: ["Nursing homes", "Dementia care"]);

    private static string PathOf(SiteKey ward, string stay = "W-1") => $"/{ward.Locality}/choices?site={ward}&stay={stay}";

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex SheetOf();
}
