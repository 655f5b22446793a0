using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Import;

/// <summary>Homes whose registration changes between two directories, or that have two.</summary>
public sealed class RegistrationsTests
{
    [Theory]
    [InlineData("1-1,N,Y,Larkrise Grange,Kent,CT1 1AA,,,,64")]
    [InlineData("1-2,N,Y,Larkrise Grange,Kent,CT1 1AA,,,,64")]
    public async Task GivenSiteWithTwoIds_WhenALaterFileHasOneOfThem_ThenItIsTheSameSite(string row)
    {
        await using var bench = await ImportBench.Start();
        await bench.Import(Dual, new("Kent"));

        var later = (await bench.Import(Directories.Filtered(row), new("Kent"))).Rows.ShouldHaveSingleItem();

        (later.Site!.Value, later.Result == ImportResult.Created).ShouldBe(("kent/larkrise-grange", false));
    }

    [Fact]
    public async Task GivenSiteWithTwoIds_WhenALaterFileHasBothAndDoesNotJoinThem_ThenStillOneSite()
    {
        await using var bench = await ImportBench.Start();
        await bench.Import(Dual, new("Kent"));

        var report = await bench.Import(
            Directories.Filtered("1-2,N,Y,Larkrise Grange,Kent,CT1 1AA,,,,64", "1-1,N,Y,Larkrise Grange,Kent,CT1 1AA,,,,64"), new("Kent"));

        (report.Counts.Unchanged, report.Counts.Doubles).ShouldBe((1, 1));
    }

    [Fact]
    public async Task GivenAgencyThatBecameACareHome_WhenTheAgencyIsClosedAndTheFileImportedAgain_ThenTheHomeHasASiteOfItsOwnForGood()
    {
        await using var bench = await ImportBench.Start();
        await bench.Import(Directories.Case("05a-agency"), new("Oldham"));
        await bench.Close("oldham/elm-house", SiteKind.HomeCareProvider);

        var first = (await bench.Import(Directories.Case("05b-now-care-home"), new("Oldham"))).Rows.ShouldHaveSingleItem();
        var second = (await bench.Import(Directories.Case("05b-now-care-home"), new("Oldham"))).Rows.ShouldHaveSingleItem();

        (first.Result, first.Site!.Value).ShouldBe((ImportResult.Created, "oldham/elm-house-ol1-1aa"));
        (second.Result, second.Site).ShouldBe((ImportResult.Unchanged, first.Site));
    }

    [Fact]
    public async Task GivenCareHomeThatBecameAnAgency_WhenImported_ThenItIsSaidToo()
    {
        await using var bench = await ImportBench.Start();
        await bench.Import(Directories.Case("05b-now-care-home"), new("Oldham"));

        (await bench.Import(Directories.Case("05a-agency"), new("Oldham"))).Rows.ShouldHaveSingleItem().Result.ShouldBe(ImportResult.KindChanged);
    }

    [Fact]
    public async Task GivenHomeThatMoved_WhenTheIdIsTheSame_ThenItIsTheSameSiteAtItsNewPlace()
    {
        await using var bench = await ImportBench.Start();
        await bench.Import(Directories.Filtered("1-1,N,Y,Larkrise Court,Kent,CT1 1AA,,,,40"), new("Kent"));

        var row = (await bench.Import(Directories.Filtered("1-1,N,Y,Larkrise Court,Kent,CT9 9ZZ,,,,40"), new("Kent"))).Rows.ShouldHaveSingleItem();

        (row.Result, row.Site!.Value).ShouldBe((ImportResult.Updated, "kent/larkrise-court"));
        row.Changed.ShouldBe(["postcode"]);
    }

    private static byte[] Dual => Directories.Filtered("1-1,N,Y,Larkrise Grange,Kent,CT1 1AA,,1-1,,64", "1-2,N,Y,Larkrise Grange,Kent,CT1 1AA,,1-1,,64");
}
