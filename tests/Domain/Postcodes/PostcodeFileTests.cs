using System.Text;
using CapacityBoard.Support;

namespace CapacityBoard.Postcodes;

public sealed class PostcodeFileTests
{
    [Fact]
    public void GivenRegionalCut_ThenEachPositionIsReadAndWhatIsLeftOutIsCounted()
    {
        var (postcodes, counts) = Read(PostcodeFiles.Cut);

        Where(postcodes, "SK4 3AB").ShouldBe((53.422, -2.16));
        Where(postcodes, "SK4 1ZZ").ShouldBe((53.41, -2.17), "a family may give an old postcode");
        Where(postcodes, "M60 1AX").ShouldBeNull("nobody lives at a sorting office");
        Where(postcodes, "SK1 1AA").ShouldBeNull();
        counts.ShouldBe(new(Rows: 15, Live: 13, Terminated: 1, NoPosition: 1, SharedPoint: 11, NotPostcodes: 0, Kept: 0, Sectors: 0, Districts: 0, Newest: 202610));
    }

    [Fact]
    public void GivenTheWholeDirectory_ThenItsOwnColumnsAndItsSignForNoPosition()
    {
        var (postcodes, counts) = Read(PostcodeFiles.WholeOf(
            "SK4 3AB,SK4 3AB,198001,,E08000007,53.42200,-2.16000",
            "EC1A1BB,EC1A 1BB,202611,,E09000001,51.52020,-0.09764",
            "SK4 9ZZ,SK4 9ZZ,198001,199906,E08000007,53.41000,-2.17000",
            "JE2 3AB,JE2 3AB,198001,,L99999999,99.999999,0.000000",
            "?,?,198001,,E08000007,53.41000,-2.17000"));

        Where(postcodes, "EC1A 1BB").ShouldBe((51.5202, -0.09764));
        counts.ShouldBe(new(Rows: 5, Live: 2, Terminated: 1, NoPosition: 1, SharedPoint: 0, NotPostcodes: 1, Kept: 0, Sectors: 0, Districts: 0, Newest: 202611));
    }

    [Fact]
    public void GivenPostcodeTwiceAndRowsInNoOrder_ThenEachIsFound()
    {
        var (postcodes, _) = Read(PostcodeFiles.WholeOf(
            "SK9 9ZZ,SK9 9ZZ,198001,,E08000007,53.40,-2.20", "AB1 1AA,AB1 1AA,198001,,E08000007,57.10,-2.10", "SK9 9ZZ,SK9 9ZZ,198001,,E08000007,53.40,-2.20"));

        postcodes.Count.ShouldBe(2);
        Where(postcodes, "AB1 1AA").ShouldBe((57.1, -2.1));
        Where(postcodes, "SK9 9ZZ").ShouldBe((53.4, -2.2));
    }

    [Theory]
    [InlineData("", "The file is empty. Choose the directory's CSV file. Nothing was changed.")]
    [InlineData("name,lat\nThe Limes,53.4\n", "The file has no column pcds or postcode, and no column long or lon. Choose ONS' postcode directory or a cut of it, saved as CSV with its header. Nothing was changed.")]
    [InlineData("pcds,lat,long\nSK4 3AB,53.4,-2.1\nSK4 3A", "Line 3 has 1 values, but the header has 3 columns. The file is damaged or cut off: download it again. Nothing was changed.")]
    [InlineData("pcds,lat,long\nSK4 3AB,99.999999,0.000000\n", "The file has no postcode with a position. Choose ONS' postcode directory or a cut of it. Nothing was changed.")]
    [InlineData("pcds,lat,long\n", "The file has no postcode with a position. Choose ONS' postcode directory or a cut of it. Nothing was changed.")]
    public void GivenAnotherFile_ThenWhatIsWrongAndWhatToDo(string text, string problem) =>
        PostcodeFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text))).Problem.ShouldBe(problem);

    [Fact]
    public void GivenRowThatNeverEnds_ThenItIsNotReadIntoMemory() => PostcodeFile
        .Read(new MemoryStream(Encoding.UTF8.GetBytes($"pcds,lat,long\n\"{new string('x', 2 * PostcodeLimits.LongestRow)}\n")))
        .Problem.ShouldNotBeNull().ShouldContain("is too long");

    private static (PostcodeTable Postcodes, PostcodeCounts Counts) Read(byte[] file)
    {
        var (postcodes, counts, problem) = PostcodeFile.Read(new MemoryStream(file));
        problem.ShouldBeNull();
        return (postcodes!, counts!);
    }

    private static (double Latitude, double Longitude)? Where(PostcodeTable postcodes, string text) =>
        postcodes.Find(PostcodeKey.Of(text)!.Value) is { } position ? (position.Latitude, position.Longitude) : null;
}
