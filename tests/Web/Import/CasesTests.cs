using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Import;

/// <summary>Directories that were once read wrongly, each an example of its kind.</summary>
public sealed class CasesTests
{
    [Fact]
    public async Task GivenPlainDirectoryOf2020_WhenImported_ThenItIsRecognisedByItsOwnColumnNames()
    {
        await using var bench = await ImportBench.Start();

        (await bench.Import(Directories.Case("01-plain-directory-2017-2020"), new("Trafford"))).Counts.Created.ShouldBe(1);

        (await bench.DetailsOf("trafford/larkrise-court")).ShouldNotBeNull().ShouldSatisfyAllConditions(
            home => home.Reference.ShouldBe("1-1000000001"),
            home => home.Address.ShouldBe("12 Invented Road, Sale"),
            home => home.Services.ShouldBe(["Residential homes", "Dementia"]));
    }

    [Fact]
    public async Task GivenHomeWithAnotherName_WhenTheIdIsTheSame_ThenItIsOneSiteRenamed()
    {
        await using var bench = await ImportBench.Start();
        await bench.Import(Directories.Case("02a-trafford-2022"), new("Trafford"));

        var row = (await bench.Import(Directories.Case("02b-trafford-2026"), new("Trafford"))).Rows.ShouldHaveSingleItem();

        (row.Result, row.Site!.Value).ShouldBe((ImportResult.Updated, "trafford/larkrise-care-centre"));
        row.Changed.ShouldBe(["name"]);
        (await bench.DetailsOf("trafford/larkrise-care-centre")).ShouldNotBeNull().Name.ShouldBe("Larkrise Care Home");
    }

    [Fact]
    public async Task GivenDualRegistration_WhenImported_ThenItIsOneSiteWhoseBedsCountOnce()
    {
        await using var bench = await ImportBench.Start();

        var report = await bench.Import(Directories.Case("03-dual-registration"), new("Trafford"));

        (report.Counts.Created, report.Counts.Doubles).ShouldBe((1, 1));
        report.Rows[1].Because.ShouldNotBeNull().ShouldStartWith("one building with two registrations, so one site with both IDs");
        (await bench.DetailsOf("trafford/larkrise-grange")).ShouldNotBeNull().ShouldSatisfyAllConditions(
            home => home.RegisteredBeds.ShouldBe(64),
            home => home.Reference.ShouldBe("1-1000000011"),
            home => home.OtherReferences.ShouldBe(["1-1000000012"]));
        (await bench.Import(Directories.Case("03-dual-registration"), new("Trafford"))).Counts.Unchanged.ShouldBe(1);
    }

    [Fact]
    public async Task GivenSearchExport_WhenImported_ThenServicesBetweenCommasAndAddressesInColumnsAreRead()
    {
        await using var bench = await ImportBench.Start();

        (await bench.Import(Directories.Case("04-search-export"), new("Kent"))).Counts.Created.ShouldBe(3);

        (await bench.DetailsOf("kent/larkrise-home-care", SiteKind.HomeCareProvider)).ShouldNotBeNull().Services
            .ShouldBe(["Homecare agencies", "Supported living", "Dementia", "Physical disabilities"]);
        (await bench.DetailsOf("kent/larkrise-rest")).ShouldNotBeNull().ShouldSatisfyAllConditions(
            home => home.Services.ShouldBe(["Rehabilitation (illness/injury)", "Residential homes", "Dementia"]),
            home => home.Address.ShouldBe("2 Invented House, Mill Lane, Canterbury"),
            home => home.Website.ShouldBe("https://larkrise.example.org"));
    }

    [Fact]
    public async Task GivenAgencyThatIsACareHomeNow_WhenImported_ThenItIsSaidWithWhatToDo_AndNotCalledUpdated()
    {
        await using var bench = await ImportBench.Start();
        await bench.Import(Directories.Case("05a-agency"), new("Oldham"));

        var report = await bench.Import(Directories.Case("05b-now-care-home"), new("Oldham"));

        (report.Counts.Updated, report.Counts.KindChanged).ShouldBe((0, 1));
        report.Rows.ShouldHaveSingleItem().Because.ShouldNotBeNull().ShouldContain("close oldham/elm-house and import again");
        report.SitesToCheck.ShouldBeEmpty();
        (await bench.DetailsOf("oldham/elm-house", SiteKind.HomeCareProvider)).ShouldNotBeNull().RegisteredBeds.ShouldBeNull();
    }

    [Fact]
    public async Task GivenHomeThatTheNewerFileLacks_WhenImported_ThenItIsListedAndStays()
    {
        await using var bench = await ImportBench.Start();
        await bench.Import(Directories.Case("06a-before"), new("Trafford"));

        var report = await bench.Import(Directories.Case("06b-after-heron-lodge-closed"), new("Trafford"));

        var site = report.SitesToCheck.ShouldHaveSingleItem();
        (site.Site.Value, site.Because).ShouldBe(("trafford/heron-lodge", "Not in the file."));
        site.ToDo.ShouldContain("close it");
        ImportReportText.Of(report).ShouldContain("trafford/heron-lodge, Heron Lodge: Not in the file. Ask whether it has closed");
        (await bench.DetailsOf("trafford/heron-lodge")).ShouldNotBeNull();
    }
}
