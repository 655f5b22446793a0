using CapacityBoard.Sites;

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
        (await bench.DetailsOf("trafford/larkrise-grange")).ShouldNotBeNull().RegisteredBeds.ShouldBe(64);
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

        report.Counts.Updated.ShouldBe(0);
        ImportReportText.Of(report).ShouldContain("close");
        (await bench.DetailsOf("oldham/elm-house", SiteKind.HomeCareProvider)).ShouldNotBeNull().RegisteredBeds.ShouldBeNull();
    }

    [Fact]
    public async Task GivenHomeThatTheNewerFileLacks_WhenImported_ThenItIsListedAndStays()
    {
        await using var bench = await ImportBench.Start();
        await bench.Import(Directories.Case("06a-before"), new("Trafford"));

        var report = await bench.Import(Directories.Case("06b-after-heron-lodge-closed"), new("Trafford"));

        ImportReportText.Of(report).ShouldContain("Heron Lodge");
        (await bench.DetailsOf("trafford/heron-lodge")).ShouldNotBeNull();
    }
}
