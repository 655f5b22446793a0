using CapacityBoard.Support;

namespace CapacityBoard.Import;

/// <summary>Several areas of one file, each into a locality of its own.</summary>
public sealed class AreasImportTests
{
    private static readonly string[] Areas = ["Stockport", "Bury", "Trafford", "Wigan", "Oldham", "Salford"];

    [Fact]
    public async Task GivenMoreAreasThanAreReadAtOnce_WhenImported_ThenEachIsAsIfImportedAlone()
    {
        var file = FileWithOneHomeOf(Areas);
        await using var bench = await ImportBench.Start();

        var answers = await bench.RunAreas(file, skipBadRows: false, Areas);

        answers.Select(answer => answer.Area).ShouldBe(Areas);
        foreach (var area in Areas)
        {
            (await bench.DetailsOf($"{area.ToLowerInvariant()}/home-of-{area.ToLowerInvariant()}")).ShouldNotBeNull();
            (await bench.Import(file, new(area, area))).Counts.ShouldBe(new(Rows: 1, Created: 0, Updated: 0, Unchanged: 1, Doubles: 0, Refused: 0, Warnings: 0));
        }
    }

    [Fact]
    public async Task GivenHomeThatMovedToAnAreaImportedWithIt_ThenTheReportSaysWhereItIs()
    {
        await using var bench = await ImportBench.Start();
        await bench.Import(Directories.Of(Directories.Row(name: "Heron Lodge"), Directories.Row(name: "Stays")), new("Stockport", "Stockport"));
        var moved = Directories.Of(Directories.Row(name: "Stays"), Directories.Row(name: "Heron Lodge", area: "Bury"));

        var alone = await bench.Import(moved, new("Stockport", "Stockport", DryRun: true));
        var together = await bench.RunAreas(moved, skipBadRows: false, "Stockport", "Bury");

        together[0].Report.ShouldNotBeNull().SitesToCheck.ShouldBe(alone.SitesToCheck);
    }

    [Fact]
    public async Task GivenRefusedRowOfOneArea_WhenNotSkipped_ThenNoAreaIsImported()
    {
        await using var bench = await ImportBench.Start();
        var file = Directories.Of(Directories.Row(name: "Heron Lodge"), Directories.Row(name: "NA", area: "Bury"));

        var answers = await bench.RunAreas(file, skipBadRows: false, "Stockport", "Bury");

        answers[1].Answer.Problem.ShouldNotBeNull().Code.ShouldBe(ImportProblemCode.RowsRefused);
        (await bench.Journal.LastPosition()).ShouldBe(0);
        (await bench.RunAreas(file, skipBadRows: true, "Stockport", "Bury"))[0].Report.ShouldNotBeNull().Counts.Created.ShouldBe(1);
    }

    [Fact]
    public async Task GivenRowThatCannotBeRead_ThenItIsReportedOnce()
    {
        await using var bench = await ImportBench.Start();

        var answers = await bench.RunAreas([.. FileWithOneHomeOf(Areas), .. "a,b,c\n"u8], skipBadRows: true, Areas);

        answers.Select(answer => answer.Report!.Counts.Refused).ShouldBe([1, 0, 0, 0, 0, 0]);
    }

    private static byte[] FileWithOneHomeOf(params string[] areas) => Directories.Of([.. areas.Select(area => Directories.Row(name: $"Home of {area}", area: area))]);
}
