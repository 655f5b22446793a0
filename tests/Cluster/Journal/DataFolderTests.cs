using CapacityBoard.Support;

namespace CapacityBoard.Journal;

public sealed class DataFolderTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void GivenNoFolder_WhenOpened_ThenCreated()
    {
        using var folder = DataFolder.Open(_temporary.PathOf("board/data"));

        Directory.Exists(_temporary.PathOf("board/data")).ShouldBeTrue();
        folder.FullPath.ShouldBe(_temporary.PathOf("board/data"));
    }

    [Fact]
    public void GivenFolderInUse_WhenOpenedAgain_ThenNamesWhoHoldsIt()
    {
        using var folder = DataFolder.Open(_temporary.FullPath);

        Failure(_temporary.FullPath).ShouldBe(
            $"The data folder {_temporary.FullPath} is in use by process {Environment.ProcessId}. Stop it, or choose another folder with --data.");

        folder.Announce("http://localhost:5080");
        Failure(_temporary.FullPath).ShouldBe(
            $"The data folder {_temporary.FullPath} is in use by process {Environment.ProcessId} at http://localhost:5080. "
            + "Stop it, or choose another folder with --data.");
    }

    [Fact]
    public void GivenFolderInUse_WhenItsHolderIsUnreadable_ThenStillRefused()
    {
        using var folder = DataFolder.Open(_temporary.FullPath);
        File.WriteAllText(folder.PathOf("in-use.json"), "{");

        Failure(_temporary.FullPath).ShouldContain("is in use by another process.");
    }

    [Fact]
    public void GivenFolderWasClosed_WhenOpenedAgain_ThenOpens()
    {
        DataFolder.Open(_temporary.FullPath).Dispose();

        using var folder = DataFolder.Open(_temporary.FullPath);
    }

    [Fact]
    public void GivenHolderDiedWithoutCleaningUp_WhenOpened_ThenOpens()
    {
        File.WriteAllText(_temporary.PathOf("in-use.lock"), "");
        File.WriteAllText(_temporary.PathOf("in-use.json"), """{"process":1,"url":"http://localhost:5080"}""");

        using var folder = DataFolder.Open(_temporary.FullPath);
    }

    [Fact]
    public void GivenFile_WhenOpened_ThenSaysItIsNoFolder()
    {
        File.WriteAllText(_temporary.PathOf("data"), "");

        Failure(_temporary.PathOf("data")).ShouldBe($"The data folder {_temporary.PathOf("data")} is a file. Choose a folder with --data.");
    }

    [Fact]
    public void GivenFolderThatMayNotBeWritten_WhenOpened_ThenSaysSo()
    {
        // Not even the superuser, as which containers run tests, may write there.
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has a folder that nobody may write.");

        var message = Failure("/sys/capacity-board");

        message.ShouldStartWith("The data folder /sys/capacity-board ");
        message.ShouldEndWith(", or choose another folder with --data.");
    }

    private static string Failure(string path) => Should.Throw<JournalUnavailableException>(() => DataFolder.Open(path)).Message;
}
