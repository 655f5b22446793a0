using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Store;
using CapacityBoard.Hosting;
using CapacityBoard.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Access.Keys;

/// <summary>Keys made from the command line, beside a server that runs.</summary>
public sealed class CreateKeyCommandTests(TestBoard board) : IClassFixture<TestBoard>
{
    [Fact]
    public async Task GivenNameThatIsFree_WhenAKeyIsMade_ThenMadeAndNotAgain()
    {
        (await Create("Ward system")).ShouldBe(0);

        (await Create("ward SYSTEM")).ShouldBe(1);
        var line = (await board.Services.GetRequiredService<AccessStore>().Ask(context => context.Log.Where(each => each.Act == Acts.KeyMade).ToListAsync())).ShouldHaveSingleItem();
        (line.Who, line.About, line.Note).ShouldBe(("the command line", "Ward system", "viewer at stockport, 365 days"));
        line.Address.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("Jo Brown, tester")]
    [InlineData("Demonstration")]
    [InlineData("Jo via Ward system")]
    public async Task GivenNameOfSomebodyElse_WhenAKeyIsMade_ThenRefused(string name)
    {
        await Sessions.CookieOf(board.Address, "Jo Brown, tester");

        (await Create(name)).ShouldBe(1);
    }

    private Task<int> Create(string name) =>
        CommandLine.Run(["create-key", "--name", name, "--role", "viewer", "--scope", "stockport", "--data", board.DataFolder]);
}
