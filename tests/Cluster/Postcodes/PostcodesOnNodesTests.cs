using CapacityBoard.Access.Audit;
using CapacityBoard.Hosting;
using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Postcodes;

/// <summary>One directory for all nodes, whether it was sent to one of them or imported by a command; on SQLite and on PostgreSQL.</summary>
public sealed class PostcodesOnNodesTests(TwoNodes nodes) : IClassFixture<TwoNodes>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task GivenDirectorySentToOneNode_ThenTheOtherKnowsItToo_AndAnotherTakesItsPlaceOnBoth()
    {
        foreach (var latitude in (double[])[53.4, 53.5])
        {
            var file = new MemoryStream(PostcodeFiles.WholeOf($"SK4 3AB,SK4 3AB,198001,,E1,{latitude},-2.1"));
            (await nodes.A.Services.GetRequiredService<PostcodeImport>().Run(file, "ONSPD.csv", AccessActor.Program, CancellationToken.None)).Problem.ShouldBeNull();

            await ThenKnown(nodes.A, latitude);
            await ThenKnown(nodes.B, latitude);
        }
    }

    [Fact]
    public async Task GivenCommandOnADatabaseWithRunningNodes_ThenTheyKnowTheDirectory()
    {
        (await Import(PostcodeFiles.WholeOf("SK9 3AB,SK9 3AB,198001,,E1,53.6,-2.1"), "--journal", nodes.A.Database!)).ShouldBe(0);

        await Deadline.Until(() => Known(nodes.B)?.Find("SK9 3AB") is not null, "the other node knows it");
    }

    [Fact]
    public async Task GivenCommandOnAFolderWithARunningServer_ThenItKnowsTheDirectory_AndABadFileChangesNothing()
    {
        await using var board = await TestBoard.Start();
        await board.CareHome("the-limes");

        (await Import(PostcodeFiles.WholeOf("SK4 3AB,SK4 3AB,198001,,E1,53.4,-2.1"), "--data", board.DataFolder)).ShouldBe(0);
        await ThenKnown(board, 53.4);
        (await Import([.. "no,such,thing\n"u8], "--data", board.DataFolder)).ShouldBe(1);
        await board.Restart();

        Known(board).ShouldNotBeNull().Find("SK4 3AB").ShouldNotBeNull();
    }

    private static PostcodeDirectory? Known(TestBoard node) => node.Services.GetRequiredService<KnownPostcodes>().Now;

    private static Task ThenKnown(TestBoard node, double latitude) => Deadline.Until(
        () => Known(node)?.Find("SK4 3AB")?.Position.Latitude is { } known && Math.Abs(known - latitude) < 1e-9, $"the node knows {latitude}");

    private async Task<int> Import(byte[] file, string option, string place)
    {
        var path = _folder.PathOf("postcodes.csv");
        await File.WriteAllBytesAsync(path, file);
        return await CommandLine.Run(["import-postcodes", path, option, place]);
    }
}
