using CapacityBoard.Access.Audit;
using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Admin;

/// <summary>What the administration asks of its tables, asked of PostgreSQL.</summary>
public sealed class PostgresTests(Databases databases) : IAsyncLifetime
{
    private TestBoard _board = null!;

    public async ValueTask InitializeAsync()
    {
        _board = new() { Database = await databases.New() };
        await _board.InitializeAsync();
        await _board.OnTheBoard(await _board.CareHome("here"));
        await _board.OnTheBoard(await _board.CareHome("there", locality: "trafford"));
    }

    public ValueTask DisposeAsync() => _board.DisposeAsync();

    [Fact]
    public async Task GivenPostgres_ThenEveryPageOfAdministrationIsShownWithinItsScopes()
    {
        await _board.Services.GetRequiredService<AccessLog>().Write(
            new AccessEntry { At = _board.Clock.GetUtcNow(), Who = "A Reader", Act = Acts.SawStays, About = "stockport/here", Stay = "SH41007" });
        foreach (var administrator in new[] { _board.Stockport(), _board.Everywhere() })
        {
            using (administrator)
            {
                foreach (var path in new[] { "/admin", "/admin/people?q=a", "/admin/keys", "/admin/wallboards", "/admin/sites?locality=stockport" })
                {
                    (await administrator.Visit(path)).Status.ShouldBe(200, path);
                }

                (await administrator.Visit("/admin/audit?from=1/7/2020&to=1/7/2090&about=stockport")).Text.ShouldContain("Vacancies declared");
                (await administrator.Visit("/admin/audit?who=A%20Reader&stay=SH41007&act=saw-stays")).Text.ShouldContain("stockport/here");
                (await administrator.Visit("/join?account=%00&token=%00")).Text.ShouldContain("This link no longer works");
                (await administrator.Visit("/admin/audit?who=%00")).Html.ShouldContain("href=\"#form-who\"");
            }
        }
    }

    [Fact]
    public async Task GivenPostgres_ThenALocalitysAdministratorSeesNoLineOfAnother()
    {
        using var administrator = _board.Stockport();

        var page = (await administrator.Visit("/admin/audit")).Text;

        page.ShouldContain("stockport/here");
        page.ShouldNotContain("trafford/there");
    }
}
