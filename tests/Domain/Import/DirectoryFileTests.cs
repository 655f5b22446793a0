using System.Text;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Import;

public sealed class DirectoryFileTests
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Fact]
    public void GivenTraffordLayout_WhenRead_ThenEveryRowIsACareHome()
    {
        var row = Directories.Read(Directories.Of(Directories.Row(type: "Nursing homes|Homecare agencies"))).Rows.ShouldHaveSingleItem();

        row.Row.ShouldBe(2);
        row.Kind.ShouldBe(SiteKind.CareHome);
        row.Name.ShouldBe("Larkrise Court");
        row.Area.ShouldBe("Stockport");
        row.Services.ShouldBe(["Nursing homes", "Homecare agencies"]);
        row.Town.ShouldBe("Stockport");
    }

    [Fact]
    public void GivenCareDirectoryWithFilters_WhenRead_ThenHeaderIsFoundBelowTheTitleAndKindsAreTold()
    {
        var file = Directories.Read(Directories.WithFilters);

        file.Layout.ShouldBeOfType<CareDirectoryWithFilters>();
        file.Unreadable.ShouldBeEmpty();
        file.Rows.Select(row => (row.Name, row.Kind)).ShouldBe(
        [
            ("Larkrise Court", SiteKind.CareHome),
            ("Heron Lodge", SiteKind.CareHome),
            ("Kestrel Care at Home", SiteKind.HomeCareProvider),
            ("Fictional Smiles", null),
            ("Sleeping Willow", null),
            ("Ridgeway House", SiteKind.CareHome),
            ("Larkrise Court", SiteKind.CareHome),
        ]);
        file.Rows[0].Services.ShouldBe(["Care home service with nursing", "Dementia", "Older People"]);
        file.Rows[1].Address.ShouldBe(["Heron Lodge", "3 Made Up Lane", "Bramhall", "Stockport"]);
        file.Rows[3].PassOver.ShouldBe(DirectoryLayout.NoHome);
        file.Rows[4].PassOver.ShouldBe(DirectoryLayout.Dormant);
        file.Areas.ShouldBe([new("Leeds", 1), new("Stockport", 4)]);
    }

    [Fact]
    public void GivenPlainCareDirectory_WhenRead_ThenItsServiceTypesTellTheKind()
    {
        var file = Directories.Read(Directories.Plain);

        file.Layout.ShouldBeOfType<CareDirectory>();
        file.Rows.Select(row => row.Kind).ShouldBe([SiteKind.CareHome, SiteKind.HomeCareProvider, null]);
        file.Rows[0].Row.ShouldBe(6);
        file.Rows[0].Reference.ShouldBe("1-1000000001");
    }

    [Fact]
    public void GivenQuotedLineBreak_WhenRead_ThenRowsKeepTheLineOnWhichTheyBegin()
    {
        var file = Directories.Read(Directories.Of(
            "", Directories.Row("First", address: "The Hall\r\n1 Long Drive, Stockport"), "", Directories.Row("Second")));

        file.Rows.Select(row => (row.Row, row.Name)).ShouldBe([(3, "First"), (6, "Second")]);
        file.Rows[0].Address.ShouldBe(["The Hall", "1 Long Drive", "Stockport"]);
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("windows-1252", false)]
    public void GivenAnyUsualEncoding_WhenRead_ThenAccentsAndApostrophesSurvive(string name, bool hasMark)
    {
        var encoding = name == "windows-1252" ? Windows1252 : Encoding.GetEncoding(name);
        var text = $"{Directories.Header}\r\n{Directories.Row("Café O’Brien – £")}\r\n";
        byte[] bytes = [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];

        Directories.Read(bytes).Rows.ShouldHaveSingleItem().Name.ShouldBe("Café O’Brien – £");
    }

    [Fact]
    public void GivenColumnsInAnotherOrderAndCase_WhenRead_ThenTheyAreFoundByName()
    {
        var file = Directories.Read(Encoding.UTF8.GetBytes("Area_Name, POSTCODE ,Name,Type,Address,extra,\nStockport,SK7 4QA,Heron Lodge,Nursing homes,Stockport,x,\n"));

        var row = file.Rows.ShouldHaveSingleItem();
        (row.Name, row.Postcode, row.Area).ShouldBe(("Heron Lodge", "SK7 4QA", "Stockport"));
    }

    [Fact]
    public void GivenRowWithTooFewOrTooManyValues_WhenRead_ThenItIsUnreadableAndTheRestIsRead()
    {
        var file = Directories.Read(Directories.Of("Short,Residential homes,Stockport", Directories.Row() + ",more", Directories.Row()));

        file.Unreadable.Select(row => row.Row).ShouldBe([2, 3]);
        file.Unreadable[0].Because.ShouldBe("It has 3 values but the header has 10 columns.");
        file.Rows.ShouldHaveSingleItem().Row.ShouldBe(4);
    }

    [Fact]
    public void GivenQuotationMarks_WhenStray_ThenKept_WhenValueGoesOnAfterThem_ThenTheRowIsUnreadable()
    {
        var file = Directories.Read(Directories.Of(
            "The \"Elms\" Home,Residential homes,Stockport,SK7 4QA,NA,NA,Stockport,E0800007,-2.1,53.3",
            "\"The Elms\" Home,Residential homes,Stockport,SK7 4QA,NA,NA,Stockport,E0800007,-2.1,53.3"));

        file.Rows.ShouldHaveSingleItem().Name.ShouldBe("The \"Elms\" Home");
        file.Unreadable.ShouldHaveSingleItem().Row.ShouldBe(3);
    }

    [Fact]
    public void GivenUnclosedQuotationMark_WhenRead_ThenNothingIsReadAndItsRowIsNamed()
    {
        var problem = Directories.ReadProblem(Directories.Of(Directories.Row(), "\"Cut off,Residential homes"));

        problem.Code.ShouldBe(ImportProblemCode.FileUnreadable);
        problem.Message.ShouldContain("row 3");
    }

    [Fact]
    public void GivenQuotationMarkThatClosesInALaterRow_WhenRead_ThenTheRowsThatRanTogetherAreNamed()
    {
        var file = Directories.Read(Directories.Of("\"Not closed,Residential homes", Directories.Row("Swallowed"), Directories.Row("Next")));

        file.Unreadable.ShouldHaveSingleItem().Because.ShouldEndWith("Lines 2 to 3 were read as one row.");
        file.Rows.ShouldHaveSingleItem().Name.ShouldBe("Next");
    }

    [Fact]
    public void GivenUnknownColumns_WhenRead_ThenTheKnownOnesAreNamed()
    {
        var problem = Directories.ReadProblem("Home,Town\nHeron Lodge,Stockport\n"u8.ToArray());

        problem.Code.ShouldBe(ImportProblemCode.LayoutUnknown);
        problem.Message.ShouldContain("area_name");
        problem.Message.ShouldContain("Location ID");
    }

    [Fact]
    public void GivenHeaderWithAColumnMissing_WhenRead_ThenTheMissingColumnIsNamed() =>
        Directories.ReadProblem("Location ID,Location Name,Location Postal Code\n1-1,Heron Lodge,SK7 2AA\n"u8.ToArray())
            .Message.ShouldContain("The closest known layout is CQC care directory with filters, but these columns are missing: Location Local Authority");

    [Fact]
    public void GivenHeaderOfThePlainDirectoryWithAColumnMissing_WhenRead_ThenThatLayoutIsTheNearestAndNotTheFirst() =>
        Directories.ReadProblem("Name,Address,Postcode,Service types,CQC Location (for office use only\nHeron Lodge,Sale,M33 5PD,Residential homes,1-1\n"u8.ToArray())
            .Message.ShouldContain("The closest known layout is CQC care directory, but these columns are missing: Local authority");

    [Theory]
    [InlineData("Homecare agencies,Supported living", SiteKind.HomeCareProvider)]
    [InlineData("Homecare agencies|Supported living", SiteKind.HomeCareProvider)]
    [InlineData("Rehabilitation (illness/injury),Residential homes", SiteKind.CareHome)]
    [InlineData("Hospice, Nursing homes", SiteKind.CareHome)]
    public void GivenSeveralServices_WhenRead_ThenEachTellsTheKind(string types, SiteKind kind) =>
        Directories.Read(Directories.PlainWith(types)).Rows.ShouldHaveSingleItem().Kind.ShouldBe(kind);

    [Fact]
    public void GivenServiceWithACommaInItsName_WhenRead_ThenItIsOneService() =>
        ServiceTypes.Split("Dementia,Treatment of disease, disorder or injury,Personal care")
            .ShouldBe(["Dementia", "Treatment of disease, disorder or injury", "Personal care"]);

    [Fact]
    public void GivenRowWithoutAServiceOfTheBoard_WhenRead_ThenItsServicesAndTheUnknownOneAreNamed() =>
        Directories.Read(Directories.PlainWith("Dentist,Residental homes")).Rows.ShouldHaveSingleItem().PassOverInWords.ShouldNotBeNull()
            .ShouldStartWith("not a care home or home care agency but: Dentist, Residental homes (not a known service: 'Residental homes'");

    [Fact]
    public void GivenRowsOfOtherAreas_WhenRead_ThenTheyAreCountedAndNotKept()
    {
        var area = "stockport";

        var file = DirectoryFile.ReadArea(new MemoryStream(Directories.GreaterManchester), ref area, progress: null, out _).ShouldNotBeNull();

        (area, file.Rows.Length, file.Areas.Length).ShouldBe(("Stockport", 67, 10));
    }

    [Fact]
    public void GivenQuotationMarkThatIsNeverClosedInALargeFile_WhenRead_ThenItsRowIsNamedAndNotTheWholeFileHeld()
    {
        var rows = Enumerable.Repeat(Directories.Row(address: "Stockport"), 20_000).Prepend("\"Cut off,Residential homes");

        var problem = Directories.ReadProblem(Directories.Of([.. rows]));

        problem.Code.ShouldBe(ImportProblemCode.FileUnreadable);
        problem.Message.ShouldContain("Row 2 is longer than 256 KB");
    }

    [Fact]
    public void GivenMoreRowsThanABoardTakes_WhenRead_ThenRefusedWithWhatToDo()
    {
        var problem = Directories.ReadProblem(Directories.Of([.. Enumerable.Repeat(Directories.Row(), ImportLimits.MostRowsOfAnArea + 1)]));

        problem.Code.ShouldBe(ImportProblemCode.TooManyRows);
        problem.Message.ShouldContain("Split the file");
    }

    [Fact]
    public void GivenMoreRowsThanAnyDirectoryHas_WhenRead_ThenRefusedThoughTheyAreOfOtherAreas()
    {
        var area = "Stockport";
        var file = Directories.Of([.. Enumerable.Repeat(Directories.Row(area: "Leeds"), ImportLimits.MostRows)]);

        DirectoryFile.ReadArea(new MemoryStream(file), ref area, progress: null, out var problem).ShouldBeNull();

        problem.ShouldNotBeNull().Message.ShouldContain("Keep only the rows for the area");
    }

    [Fact]
    public void GivenTooLargeFile_WhenRead_ThenRefusedWithWhatToDo()
    {
        using var large = new MemoryStream();
        large.SetLength(ImportLimits.LargestFile + 1);

        DirectoryFile.Read(large, _ => true, progress: null, out var problem).ShouldBeNull();

        problem.ShouldNotBeNull().Code.ShouldBe(ImportProblemCode.FileTooLarge);
    }

    [Fact]
    public void GivenAccentsAcrossTheBlocksInWhichAFileIsRead_WhenRead_ThenTheyAreUtf8()
    {
        var file = Directories.Read(Directories.Of([.. Enumerable.Repeat(Directories.Row("Café O’Brien", address: "é, é"), 3000)]));

        file.Rows.ShouldAllBe(row => row.Name == "Café O’Brien");
    }

    [Theory]
    [InlineData("PK\u0003\u0004 and the rest", "spreadsheet")]
    [InlineData("", "empty")]
    [InlineData(" \r\n\t", "empty")]
    [InlineData("name,type\u0000,address", "control characters")]
    public void GivenNoText_WhenRead_ThenOneClearMessage(string content, string says)
    {
        var problem = Directories.ReadProblem(Encoding.Latin1.GetBytes(content));

        problem.Code.ShouldBe(ImportProblemCode.FileUnreadable);
        problem.Message.ShouldContain(says);
    }

    [Fact]
    public void GivenBytesOfNoKnownEncoding_WhenRead_ThenOneClearMessage() =>
        Directories.ReadProblem([.. Directories.Of(Directories.Row()), 0x81]).Message.ShouldContain("not in UTF-8 or Windows-1252");
}
