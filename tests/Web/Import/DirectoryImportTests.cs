using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Import;

public sealed class DirectoryImportTests
{
    [Fact]
    public async Task GivenEmptyBoard_WhenImported_ThenEachHomeIsASite()
    {
        await using var bench = await ImportBench.Start();

        var report = await bench.Import(Directories.WithFilters, new("Stockport", "stockport", By: "Directory clerk"));

        report.Applied.ShouldBeTrue();
        report.Area.ShouldBe("Stockport");
        report.Counts.ShouldBe(new(Rows: 4, Created: 3, Updated: 0, Unchanged: 0, Doubles: 1, Refused: 0, Warnings: 0));
        report.PassedOver.ShouldBe([new(DirectoryLayout.NoHome, 1), new(DirectoryLayout.Dormant, 1)]);
        report.Rows.Select(row => row.Row).ShouldBe([5, 6, 8, 9, 10, 12]);
        report.Rows[3].ShouldSatisfyAllConditions(
            row => row.Result.ShouldBe(ImportResult.PassedOver),
            row => row.Because.ShouldBe("not a care home or home care agency but: Dental service"));
        (await bench.DetailsOf("stockport/heron-lodge")).ShouldNotBeNull().Postcode.ShouldBe("SK7 2AA");
        (await bench.DetailsOf("stockport/kestrel-care-at-home", SiteKind.HomeCareProvider)).ShouldNotBeNull().Rating.ShouldBe(CqcRating.Outstanding);
        var entry = (await bench.Journal.ReadFrom(0, 1)).ShouldHaveSingleItem();
        entry.By.ShouldBe("Directory clerk");
        entry.Operation.ShouldStartWith($"import-{report.Import}-");
    }

    [Fact]
    public async Task GivenImportedFile_WhenImportedAgain_ThenAllIsUnchangedAndNothingIsRecorded()
    {
        await using var bench = await ImportBench.Start();
        await bench.Import(Directories.WithFilters, new("Stockport", "Stockport"));
        var before = await bench.Journal.LastPosition();

        var report = await bench.Import(Directories.WithFilters, new("stockport", "STOCKPORT"));

        report.Counts.ShouldBe(new(Rows: 4, Created: 0, Updated: 0, Unchanged: 3, Doubles: 1, Refused: 0, Warnings: 0));
        (await bench.Journal.LastPosition()).ShouldBe(before);
    }

    [Fact]
    public async Task GivenDryRun_WhenImported_ThenTheReportSaysWhatWouldHappenAndNothingIsRecorded()
    {
        await using var bench = await ImportBench.Start();

        var report = await bench.Import(Directories.Of(Directories.Row(), Directories.Row(name: "NA")), new("Stockport", DryRun: true));

        (report.DryRun, report.Applied).ShouldBe((true, false));
        (report.Counts.Created, report.Counts.Refused).ShouldBe((1, 1));
        (await bench.Journal.LastPosition()).ShouldBe(0);
    }

    [Fact]
    public async Task GivenRefusedRow_WhenImported_ThenNothingIsImportedAndItsRowAndReasonAreNamed()
    {
        await using var bench = await ImportBench.Start();

        var problem = await bench.ImportInVain(Directories.Of(Directories.Row(), Directories.Row(postcode: "nowhere")));

        problem.Code.ShouldBe(ImportProblemCode.RowsRefused);
        problem.Message.ShouldContain("Row 3: ");
        problem.Report.ShouldNotBeNull().Rows[1].Result.ShouldBe(ImportResult.Refused);
    }

    [Fact]
    public async Task GivenRefusedRow_WhenBadRowsAreSkipped_ThenTheRestIsImported()
    {
        await using var bench = await ImportBench.Start();

        var report = await bench.Import(Directories.Of(Directories.Row(), "broken,row", Directories.Row(postcode: "nowhere")), new("Stockport", SkipBadRows: true));

        (report.Applied, report.Counts.Created, report.Counts.Refused).ShouldBe((true, 1, 2));
        (await bench.DetailsOf("stockport/larkrise-court")).ShouldNotBeNull();
    }

    [Fact]
    public async Task GivenRefusedRowOfAnotherArea_WhenImported_ThenItIsNoConcern()
    {
        await using var bench = await ImportBench.Start();

        (await bench.Import(Directories.Of(Directories.Row(), Directories.Row(postcode: "nowhere", area: "Leeds")), new("Stockport", "Stockport")))
            .Counts.ShouldBe(new(Rows: 1, Created: 1, Updated: 0, Unchanged: 0, Doubles: 0, Refused: 0, Warnings: 0));
    }

    [Fact]
    public async Task GivenImportThatRuns_WhenTheSameLocalityIsImported_ThenRefusedWithWhatToDo_AndAnotherLocalityIsNot()
    {
        await using var bench = await ImportBench.Start();
        await using (await bench.Locks.Take(DirectoryImport.LockOf("stockport"), CancellationToken.None))
        {
            var problem = await bench.ImportInVain(Directories.Of(Directories.Row()));
            problem.Code.ShouldBe(ImportProblemCode.ImportRunning);
            problem.Message.ShouldBe("Another import into stockport is running. Nothing from this file was imported. Wait for the other import to finish, then try again.");
            (await bench.Import(Directories.Of(Directories.Row(area: "Leeds")), new("Leeds"))).Counts.Created.ShouldBe(1);
        }

        (await bench.Import(Directories.Of(Directories.Row()))).Counts.Created.ShouldBe(1);
    }

    [Fact]
    public async Task GivenRowWithoutAnArea_WhenImported_ThenItIsPassedOverByItsRow()
    {
        await using var bench = await ImportBench.Start();

        var report = await bench.Import(Directories.Of(Directories.Row(), Directories.Row(name: "Heron Lodge", area: "NA")));

        report.PassedOver.ShouldBe([new(DirectoryLayout.NoArea, 1)]);
        ImportReportText.Of(report).ShouldContain("row 3, Heron Lodge: skipped, no area");
    }

    [Fact]
    public async Task GivenSeveralAreas_WhenNoneIsNamed_ThenTheyAreListedWithTheirRows()
    {
        await using var bench = await ImportBench.Start();

        var problem = await bench.ImportInVain(Directories.GreaterManchester);

        problem.Code.ShouldBe(ImportProblemCode.AreaNeeded);
        problem.Message.ShouldContain("Bolton (55), Bury (56), Manchester (90)");
    }

    [Fact]
    public async Task GivenUnknownArea_WhenImported_ThenTheFilesAreasAreListed()
    {
        await using var bench = await ImportBench.Start();

        var problem = await bench.ImportInVain(Directories.GreaterManchester, new("Leeds", "Leeds"));

        problem.Code.ShouldBe(ImportProblemCode.AreaUnknown);
        problem.Message.ShouldStartWith("The file has no area 'Leeds'.");
        problem.Areas.ShouldContain(new AreaCount("Stockport", 67));
    }

    [Theory]
    [InlineData("???", "someone")]
    [InlineData("Stockport", "")]
    public async Task GivenImpossibleRequest_WhenImported_ThenRefusedBeforeTheFileIsRead(string locality, string by)
    {
        await using var bench = await ImportBench.Start();

        (await bench.ImportInVain([], new(locality, By: by))).Code.ShouldBe(ImportProblemCode.RequestInvalid);
    }

    [Fact]
    public async Task GivenSiteThatKnowsMore_WhenImported_ThenItIsUpdatedAndNothingOfItIsLost()
    {
        await using var bench = await ImportBench.Start();
        await bench.Register("stockport/larkrise", new(
            SiteKind.CareHome, "Larkrise Court", Postcode: "SK7 4QA", Neighbourhood: "South", Rating: CqcRating.Good, RegisteredBeds: 40, Telephone: "0161 555 0000"));

        var row = (await bench.Import(Directories.Of(Directories.Row()))).Rows.ShouldHaveSingleItem();

        (row.Result, row.Site!.Value).ShouldBe((ImportResult.Updated, "stockport/larkrise"));
        row.Changed.ShouldBe(["address", "position", "telephone", "services"]);
        var details = (await bench.DetailsOf("stockport/larkrise")).ShouldNotBeNull();
        (details.Neighbourhood, details.Rating, details.RegisteredBeds, details.Telephone).ShouldBe(("South", CqcRating.Good, 40, "01615550101"));
    }

    [Fact]
    public async Task GivenClosedHome_WhenImportedAgainWithOtherDetails_ThenItIsLeftAsItIsAndTheReportSaysWhy()
    {
        await using var bench = await ImportBench.Start();
        await bench.Import(Directories.Of(Directories.Row(), Directories.Row(name: "Heron Lodge")));
        await bench.Close("stockport/larkrise-court");

        var report = await bench.Import(Directories.Of(Directories.Row(telephone: "1615550909"), Directories.Row(name: "Heron Lodge", telephone: "1615550909")));

        (report.Applied, report.Counts.Unchanged, report.Counts.Updated, report.Counts.Refused).ShouldBe((true, 1, 1, 0));
        report.Rows[0].Because.ShouldNotBeNull().ShouldContain("Home sold. Reopen it to update it.");
        ImportReportText.Of(report).ShouldContain("row 2, Larkrise Court: unchanged. Closed since");
        (await bench.DetailsOf("stockport/larkrise-court")).ShouldNotBeNull().Telephone.ShouldBe("01615550101");
    }

    [Fact]
    public async Task GivenHomeImportedByName_WhenItsReferenceBecomesKnown_ThenItsKeyStays_AlsoWhenItIsRenamed()
    {
        await using var bench = await ImportBench.Start();
        await bench.Import(Directories.Of(Directories.Row("Larkrise Court")));
        await bench.Import(Directories.WithFilters, new("Stockport", "Stockport"));
        (await bench.DetailsOf("stockport/larkrise-court")).ShouldNotBeNull().Reference.ShouldBe("1-1000000001");

        var renamed = System.Text.Encoding.UTF8.GetString(Directories.WithFilters).Replace("Larkrise Court", "Lark House", StringComparison.Ordinal);
        var report = await bench.Import(System.Text.Encoding.UTF8.GetBytes(renamed), new("Stockport", "Stockport"));

        report.Rows[0].Changed.ShouldBe(["name"]);
        report.Rows[0].Site!.Value.ShouldBe("stockport/larkrise-court");
    }

    [Fact]
    public async Task GivenOneFile_WhenImportedAsTwoLocalities_ThenEachHasItsOwnSites()
    {
        await using var bench = await ImportBench.Start();
        await bench.Import(Directories.Of(Directories.Row()), new("Stockport"));

        (await bench.Import(Directories.Of(Directories.Row()), new("Greater Stockport"))).Counts.Created.ShouldBe(1);
        (await bench.DetailsOf("greater-stockport/larkrise-court")).ShouldNotBeNull();
    }

    [Fact]
    public async Task GivenProgressIsFollowed_WhenImported_ThenAllRowsAreCheckedBeforeTheFirstIsWritten()
    {
        await using var bench = await ImportBench.Start();
        var seen = new Seen();

        await bench.Run(Directories.GreaterManchester, new("Bury", "Bury"), seen);

        var phases = seen.Steps.Select(step => step.Phase).ToArray();
        phases.ShouldBeInOrder();
        seen.Steps.ShouldContain(new ImportProgress(ImportPhase.Checking, 56, 56));
        seen.Steps.ShouldContain(new ImportProgress(ImportPhase.Writing, 56, 56));
    }

    private sealed class Seen : IProgress<ImportProgress>
    {
        private readonly Lock _gate = new();

        public List<ImportProgress> Steps { get; } = [];

        public void Report(ImportProgress value)
        {
            lock (_gate)
            {
                Steps.Add(value);
            }
        }
    }
}
