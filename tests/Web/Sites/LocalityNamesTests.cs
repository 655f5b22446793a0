using CapacityBoard.Access;
using CapacityBoard.Access.SignOn;
using CapacityBoard.Hosting;
using CapacityBoard.Import;
using CapacityBoard.Support;

namespace CapacityBoard.Sites;

/// <summary>Names that no locality may have, however it would come to be.</summary>
public sealed class LocalityNamesTests(TestBoard board) : IClassFixture<TestBoard>
{
    private const string Says = "A locality cannot be called 'admin'";

    private static readonly string[] ClientFiles = ["dist"];

    [Fact]
    public async Task ThenEachIsWhatAnAddressBeginsWithAndNoneIsMissing()
    {
        var begin = (await EveryEndpoint.Of(board)).Select(endpoint => endpoint.Pattern).Append(SignOnSetup.CallbackPath)
            .Select(pattern => pattern.Split('/')[1])
            .Concat(ClientFiles)
            .Where(SiteKey.IsPart)
            .Distinct();

        LocalityNames.Taken.ShouldBe(begin, ignoreOrder: true);
    }

    [Fact]
    public async Task GivenNameThatIsTaken_WhenASiteWouldBeTheFirstOfIt_ThenRefusedByEveryWay()
    {
        (await board.Register(SiteKind.CareHome, SiteKey.Of("admin", "the-limes"))).ThenRefused(422, "invalid", "site").Saying(Says);

        using var administrator = board.Everywhere();
        var page = await administrator.Visit("/admin/sites?locality=admin");
        (await administrator.Send(page, "register", ("kind", "care-home"), ("name", "The Limes"))).ErrorSummary.ShouldContain(Says);
        (await administrator.Send(await administrator.Visit("/admin/people"), "invite", ("name", "Jo"), ("mail", "jo@example.org"), ("role", "viewer"), ("scope", "admin/the-limes")))
            .ErrorSummary.ShouldContain(Says);
        new ImportRequest("Admin").WhyInvalid().ShouldNotBeNull().Message.ShouldContain(Says);
        (await CommandLine.Run(["create-key", "--name", "Machine", "--role", "viewer", "--scope", "admin", "--data", board.DataFolder])).ShouldBe(2);
    }

    [Fact]
    public void GivenNameThatIsLikeOneTaken_ThenItIsFree()
    {
        LocalityNames.Check("admin-locality", "site").ShouldBeNull();
        LocalityNames.Check("stockport", "site").ShouldBeNull();
    }
}
