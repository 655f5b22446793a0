using CapacityBoard.Access;
using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Postcodes;

/// <summary>An administrator imports where postcodes are, and every distance says what it is measured from.</summary>
public sealed class PostcodesPageTests(TestBoard board) : IClassFixture<TestBoard>, IDisposable
{
    private const string Page = "/admin/postcodes";

    private readonly Visitor _administrator = board.Everywhere();

    public void Dispose() => _administrator.Dispose();

    [Fact]
    public async Task GivenDirectory_WhenImported_ThenItSaysWhatWasTaken_AndItOutlivesARestart()
    {
        var after = await Import(PostcodeFiles.Cut);

        after.Said.ShouldBe("Postcodes imported. Distances from a postcode are now from the postcode itself.");
        ThenItIsThere(after);
        (await board.Ask(context => context.Log.AsNoTracking().OrderBy(line => line.Id).LastAsync(line => line.Act == "postcodes-imported")))
            .ShouldSatisfyAllConditions(line => line.Who.ShouldBe(Administrators.OfEverywhere), line => line.Note.ShouldBe("homes.csv"));
        await board.Restart();
        using var again = board.Everywhere();
        ThenItIsThere(await again.Visit(Page));
    }

    [Theory]
    [InlineData("pcds,lat\nSK4 3AB,53.4\n", "The file has no column long or lon.")]
    [InlineData("pcds,lat,long\nSK4 3AB,53.4,-2.1\nSK4 3A", "The file is damaged or cut off: download it again.")]
    [InlineData("PK not a zip", "The zip file is damaged or cut off. Download it again.")]
    [InlineData("", "The file is empty.")]
    public async Task GivenDirectory_WhenABadFileIsSent_ThenItSaysWhatToDoAndTheDirectoryStays(string text, string problem)
    {
        await Import(PostcodeFiles.Cut);

        var after = await Import(System.Text.Encoding.UTF8.GetBytes(text));

        after.Title.ShouldStartWith("Error: ");
        after.ErrorSummary.ShouldContain(problem);
        after.Html.ShouldContain("href=\"#import-file\"");
        ThenItIsThere(after);
    }

    [Fact]
    public async Task GivenDirectory_WhenAnotherIsImported_ThenItTakesItsPlaceAndTheFirstIsGone()
    {
        await Import(PostcodeFiles.Cut);

        var zipped = PostcodeFiles.Zipped(("Data/ONSPD.csv", PostcodeFiles.WholeOf("SK4 3AB,SK4 3AB,198001,,E1,53.5,-2.1")), ("Documents/note.csv", [.. "a,b"u8]));
        var after = await Import(zipped);

        after.Text.ShouldContain("1 postcode, and the middle of 1 sector and 1 district");
        (await board.Ask(context => context.Postcodes.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task GivenAdministratorOfOneLocality_ThenThePageIsNotTheirs()
    {
        using var stockport = board.Stockport();

        (await stockport.Visit(Page)).Status.ShouldBe(403);
        (await stockport.Visit("/admin")).Links.ShouldNotContain(Page);
        (await _administrator.Visit("/admin")).Links.ShouldContain(Page);
    }

    [Fact]
    public async Task GivenDirectory_ThenBoardSearchAndChoiceListSayWhichPositionWasUsed()
    {
        var (home, ward) = (SiteKey.Of("placed", "the-oaks"), SiteKey.OfWard("placed", "the-hospital", "a1"));
        (await board.Send(HttpMethod.Put, SiteApi.AddressOf(SiteKind.CareHome, home), TestBoard.Json(
            new SiteDetails(SiteKind.CareHome, "The Oaks", Postcode: "SK4 9ZZ", Position: new(53.42, -2.16))))).ThenAccepted();
        (await board.Declare(home, 10, 6)).ThenAccepted();
        (await board.Register(SiteKind.Ward, ward)).ThenAccepted();
        (await board.Say(SiteKind.Ward, ward, new DeclareVacancies([new(BedType.Inpatient, 10, 0)]))).ThenAccepted();
        (await board.Say(SiteKind.Ward, ward, new AdmitStay("W-1", "1"))).ThenAccepted();
        (await board.Say(SiteKind.Ward, ward, new SetNeeds("W-1", new([TestBoard.Type], Near: "sk4 3ab", WithinKilometres: 5)))).ThenAccepted();
        await board.OnTheBoard(home);
        await Import(PostcodeFiles.Cut);
        using var team = new Visitor(board.Address, name: "Team placed", grants: [new(Role.TransferTeam, Scope.Parse("placed"))]);

        (await team.Visit("/placed?near=sk43ab&within=1")).Text.ShouldContain("Distances are in a straight line from SK4 3AB itself.");
        (await team.Visit("/placed?near=SK4%203XX")).Text.ShouldContain("Distances are in a straight line from the middle of SK4 3.");
        (await team.Visit("/placed?near=SK4%208XX")).Text.ShouldContain("Distances are in a straight line from the middle of SK4.");
        (await team.Visit("/search?q=SK4+3AA")).Text.ShouldContain("Beds in Placed by distance from SK4 3AA Distances are from SK4 3AA itself");
        var list = await team.Visit($"/placed/choices?site={ward}&stay=W-1");
        list.Text.ShouldContain("Distances are in a straight line from SK4 3AB itself.");
        list.Text.ShouldContain("0.1 miles from SK4 3AB");
    }

    private static void ThenItIsThere(VisitedPage page)
    {
        page.Text.ShouldContain("Newest postcode October 2026");
        page.Text.ShouldContain("Rows 15: 13 in use and 1 no longer in use have a position");
        page.Text.ShouldContain("Kept 3 postcodes, and the middle of 2 sectors and 1 district");
        page.Text.ShouldContain("1 have no position 11 share one point with many others, such as PO boxes");
    }

    private async Task<VisitedPage> Import(byte[] file) => await _administrator.Upload(await _administrator.Visit(Page), "import", file);
}
