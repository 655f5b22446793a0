using CapacityBoard.Support;

namespace CapacityBoard.Import;

/// <summary>The real directory of 566 homes, each of its ten areas as a locality.</summary>
public sealed class GreaterManchesterTests
{
    public static TheoryData<string, int, int> Areas => new()
    {
        { "Bolton", 55, 0 },
        { "Bury", 56, 0 },
        { "Manchester", 90, 0 },
        { "Oldham", 44, 1 },
        { "Rochdale", 56, 1 },
        { "Salford", 44, 1 },
        { "Stockport", 67, 1 },
        { "Tameside", 39, 0 },
        { "Trafford", 60, 1 },
        { "Wigan", 55, 0 },
    };

    [Theory]
    [MemberData(nameof(Areas))]
    public async Task GivenTheRealDirectory_WhenAnAreaIsImportedTwice_ThenEachHomeIsASiteOnceAndTheSecondTimeUnchanged(string area, int rows, int doubles)
    {
        await using var bench = await ImportBench.Start();

        var first = (await bench.Import(Directories.GreaterManchester, new(area, area))).Counts;
        var second = (await bench.Import(Directories.GreaterManchester, new(area, area))).Counts;

        first.ShouldBe(new(rows, Created: rows - doubles, Updated: 0, Unchanged: 0, doubles, Refused: 0, first.Warnings));
        second.ShouldBe(new(rows, Created: 0, Updated: 0, Unchanged: rows - doubles, doubles, Refused: 0, first.Warnings));
        (await bench.Journal.LastPosition()).ShouldBe(rows - doubles);
    }

    [Fact]
    public async Task GivenStockport_WhenImported_ThenSunriseOfBramhallIsOneHomeAndBothItsRowsAreNamed()
    {
        await using var bench = await ImportBench.Start();

        var report = await bench.Import(Directories.GreaterManchester, new("Stockport", "Stockport"));

        var twin = report.Rows.Where(row => row.Result == ImportResult.DoubleEntry).ShouldHaveSingleItem();
        (twin.Row, twin.DoubleOf, twin.Site!.Value).ShouldBe((425, 215, "stockport/sunrise-of-bramhall"));
        twin.Because.ShouldNotBeNull().ShouldContain("telephone '01614402200' and '01618209656'");
    }
}
