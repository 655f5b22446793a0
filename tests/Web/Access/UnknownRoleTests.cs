using System.Net;
using CapacityBoard.Access.Store;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Access;

/// <summary>A newer version, beside which this one runs during an upgrade, gives a role that this one does not know.</summary>
public sealed class UnknownRoleTests
{
    [Fact]
    public async Task GivenKeyWithARoleOfANewerVersion_ThenItsOtherRolesCountAndThatOneDoesNot()
    {
        await using var board = await TestBoard.Start();
        await using (var context = await board.Services.GetRequiredService<IDbContextFactory<AccessContext>>().CreateDbContextAsync())
        {
            await context.Database.ExecuteSqlAsync($"UPDATE grants SET role = 'newer-' || role WHERE role <> 'administrator'");
        }

        await board.Restart();

        (await board.Http.GetAsync("/metrics")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await board.Http.PostAsync($"{SiteApi.AddressOf(SiteKind.CareHome, HomeRequests.Home())}/confirm-unchanged", null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
