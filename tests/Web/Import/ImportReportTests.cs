using System.Text.Json;
using CapacityBoard.Journal;
using CapacityBoard.Support;

namespace CapacityBoard.Import;

public sealed class ImportReportTests
{
    [Fact]
    public async Task GivenReport_WhenWrittenAsJsonAndRead_ThenItIsTheSame()
    {
        await using var bench = await ImportBench.Start();
        var report = await bench.Import(Directories.Of(Directories.Row(), Directories.Row(), "bad"), new("Stockport", DryRun: true));

        var json = JsonSerializer.Serialize(report, DomainJson.Options);

        JsonSerializer.Serialize(JsonSerializer.Deserialize<ImportReport>(json, DomainJson.Options), DomainJson.Options).ShouldBe(json);
        json.ShouldContain("\"result\":\"double-entry\"");
    }

    [Fact]
    public async Task GivenReport_WhenReadByAPerson_ThenEveryRowThatNeedsThemIsNamed()
    {
        await using var bench = await ImportBench.Start();
        var report = await bench.Import(
            Directories.Of(Directories.Row(), Directories.Row(), Directories.Row(name: "Heron Lodge", telephone: "1"), Directories.Row(name: "NA")),
            new("Stockport", SkipBadRows: true));

        ImportReportText.Of(report).Split('\n', StringSplitOptions.TrimEntries).ShouldBe(
        [
            "Imported Stockport as 'stockport', from Trafford Data Lab's care homes:",
            "4 rows: 2 created, 0 updated, 0 unchanged, 1 duplicate, 1 refused; 1 with a warning.",
            "row 3, Larkrise Court: same home as row 2; no differences.",
            "row 4, Heron Lodge: Telephone left out: '1' is not a UK telephone number.",
            "row 5, (could not be read): refused. The name is missing.",
            "",
        ]);
    }
}
