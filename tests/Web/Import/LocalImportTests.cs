using CapacityBoard.Journal;
using CapacityBoard.Support;

namespace CapacityBoard.Import;

public sealed class LocalImportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task GivenFolderNobodyUses_WhenImportedFromTheCommandLine_ThenItIsWrittenThereAndTheFolderIsFreeAgain()
    {
        (await Import()).Report.ShouldNotBeNull().Counts.Created.ShouldBe(1);

        (await Import()).Report.ShouldNotBeNull().Counts.Unchanged.ShouldBe(1);
    }

    [Fact]
    public async Task GivenFolderInUseByNoServer_WhenImported_ThenItSaysWhoHoldsIt()
    {
        using var held = DataFolder.Open(_folder.FullPath);

        (await Should.ThrowAsync<JournalUnavailableException>(Import)).Message.ShouldContain("in use");
    }

    private Task<ImportAnswer> Import() =>
        LocalImport.Run(_folder.FullPath, new("Stockport"), new MemoryStream(Directories.Of(Directories.Row())), new Nowhere(), CancellationToken.None);

    private sealed class Nowhere : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
        }
    }
}
