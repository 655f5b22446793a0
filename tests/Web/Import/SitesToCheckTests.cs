using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Import;

/// <summary>What a newer directory says, or does not say, of sites that are on the board.</summary>
public sealed class SitesToCheckTests
{
    private const string Larkrise = "1-1,N,Y,Larkrise Court,Kent,CT1 1AA,,,,40";

    [Theory]
    [InlineData("1-2,Y,Y,Heron Lodge,Kent,CT1 1AB,,,,9", "Row 3 lists this as dormant: registered, but not providing care now.", "Close it if it takes no one now")]
    [InlineData("1-2,N,Y,Heron Lodge,Kent,CT1 1AB,,,31/03/2026,9", "Row 3 lists this as deactivated: its registration has ended.", "Close it when it has no people and no holds")]
    [InlineData("1-2,N,N,Heron Lodge,Kent,CT1 1AB,,,,0", "Row 3 lists this as not a care home or home care agency.", "Check what it does now")]
    [InlineData("1-2,N,Y,Heron Lodge,Medway,ME1 1AB,,,,9", "Row 3 lists this in another area, Medway.", "close it here")]
    [InlineData("1-3,N,Y,Willow Bank,Kent,CT1 1AB,,,,9", "Not in the file.", "Row 3, Willow Bank, is new at the same postcode")]
    [InlineData("1-3,N,Y,Willow Bank,Kent,CT9 9AB,,,,9", "Not in the file.", "Ask whether it has closed")]
    public async Task GivenHomeOnTheBoard_WhenAFileSpeaksOtherwiseOfIt_ThenItIsListedWithWhatToDo_AndStays(string row, string because, string toDo)
    {
        await using var bench = await ImportBench.Start();
        await bench.Import(Directories.Filtered(Larkrise, "1-2,N,Y,Heron Lodge,Kent,CT1 1AB,,,,9"), new("Kent"));

        var site = (await bench.Import(Directories.Filtered(Larkrise, row), new("Kent", "Kent"))).SitesToCheck.ShouldHaveSingleItem();

        (site.Site.Value, site.Name, site.Because).ShouldBe(("kent/heron-lodge", "Heron Lodge", because));
        site.ToDo.ShouldContain(toDo);
        (await bench.DetailsOf("kent/heron-lodge")).ShouldNotBeNull().RegisteredBeds.ShouldBe(9);
    }

    [Fact]
    public async Task GivenOnlyDeactivatedLocations_WhenImported_ThenTheirSitesAreListedAndNoOthers()
    {
        await using var bench = await ImportBench.Start();
        await bench.Import(Directories.Filtered(Larkrise, "1-2,N,Y,Heron Lodge,Kent,CT1 1AB,,,,9"), new("Kent"));

        var report = await bench.Import(Directories.Filtered("1-2,N,Y,Heron Lodge,Kent,CT1 1AB,,,31/03/2026,9"), new("Kent"));

        report.SitesToCheck.ShouldHaveSingleItem().Site.Value.ShouldBe("kent/heron-lodge");
    }

    [Fact]
    public async Task GivenRefusedRow_WhenItsHomeIsOnTheBoard_ThenItIsNotSaidToBeMissing()
    {
        await using var bench = await ImportBench.Start();
        await bench.Import(Directories.Filtered(Larkrise, "1-2,N,Y,Heron Lodge,Kent,CT1 1AB,,,,9"), new("Kent"));

        (await bench.Import(Directories.Filtered(Larkrise, "1-2,N,Y,Heron Lodge,Kent,nowhere,,,,9"), new("Kent", DryRun: true))).SitesToCheck.ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenFileOfCareHomesAlone_WhenImported_ThenAgenciesUnitsAndClosedHomesAreNotMissing()
    {
        await using var bench = await ImportBench.Start();
        await bench.Register("stockport/kestrel", new(SiteKind.HomeCareProvider, "Kestrel", "1-7", Postcode: "SK1 1AA"));
        await bench.Register("stockport/marl-house", new(SiteKind.IntermediateCareUnit, "Marl House", Postcode: "SK1 1AA"));
        await bench.Register("stockport/old", new(SiteKind.CareHome, "Old", Postcode: "SK1 1AA"));
        await bench.Close("stockport/old");

        (await bench.Import(Directories.Of(Directories.Row()))).SitesToCheck.ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenDualRegistrationThatIsTwoSites_WhenTheFileJoinsThem_ThenTheSecondIsListed()
    {
        await using var bench = await ImportBench.Start();
        await bench.Import(Directories.Filtered("1-1,N,Y,Larkrise Grange,Kent,CT1 1AA,,,,64", "1-2,N,Y,Larkrise Grange,Kent,CT1 1AA,,,,64"), new("Kent"));

        var report = await bench.Import(
            Directories.Filtered("1-1,N,Y,Larkrise Grange,Kent,CT1 1AA,,1-1,,64", "1-2,N,Y,Larkrise Grange,Kent,CT1 1AA,,1-1,,64"), new("Kent"));

        var second = report.SitesToCheck.ShouldHaveSingleItem();
        (second.Site.Value, second.Because).ShouldBe(("kent/larkrise-grange-ct1-1aa", "Row 2 lists this as one building with kent/larkrise-grange."));
        second.ToDo.ShouldContain("then close this site");
    }
}
