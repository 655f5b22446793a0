using System.Net.Http.Headers;
using CapacityBoard.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Access.Keys;

/// <summary>An administrator makes keys for machines and ends them.</summary>
public sealed class KeysPageTests(TestBoard board) : IClassFixture<TestBoard>, IDisposable
{
    private readonly Visitor _stockport = board.Stockport();

    public void Dispose() => _stockport.Dispose();

    [Fact]
    public async Task GivenKey_WhenMade_ThenItsTextIsShownOnceAndWorksUntilItIsRevoked()
    {
        await board.CareHome("the-limes");
        var made = await Make("Feed of Stockport", "viewer", "stockport", "30");

        made.Said.ShouldStartWith("Key Feed of Stockport created");
        var key = made.Once();
        key.ShouldStartWith("cbk_");
        var page = await _stockport.Visit("/admin/keys");
        page.Html.ShouldNotContain(key);
        (await StatusWith(key)).ShouldBe(200);

        var revoked = await _stockport.Send(page, RevokeForm(page, "Feed of Stockport"));

        revoked.Said.ShouldContain("revoked.");
        (await StatusWith(key)).ShouldBe(401);
    }

    [Theory]
    [InlineData("", "viewer", "stockport", "30", "make-name")]
    [InlineData("A name of more than forty characters, which is too long", "viewer", "stockport", "30", "make-name")]
    [InlineData("Bad days", "viewer", "stockport", "0", "make-days")]
    [InlineData("Bad days", "viewer", "stockport", "401", "make-days")]
    [InlineData("Bad days", "viewer", "stockport", "soon", "make-days")]
    [InlineData("Bad scope", "viewer", "trafford", "30", "make-scope")]
    [InlineData("Bad scope", "administrator", "*", "30", "make-scope")]
    [InlineData("Bad role", "king", "stockport", "30", "make-role")]
    public async Task GivenWhatCannotBe_WhenMade_ThenSaidAtTheFieldAndNoKeyIs(string name, string role, string scope, string days, string field)
    {
        var after = await Make(name, role, scope, days);

        after.Title.ShouldStartWith("Error: ");
        after.Html.ShouldContain($"href=\"#{field}\"");
        after.Once().ShouldBeEmpty();
        (await board.Ask(context => context.Keys.AnyAsync(key => key.Name.StartsWith("Bad")))).ShouldBeFalse();
    }

    [Fact]
    public async Task GivenNameOfAPerson_WhenAKeyIsMadeWithIt_ThenItIsTaken()
    {
        await board.Person("A Person", Administrators.At(Role.Viewer, "trafford"));

        (await Make("a person", "viewer", "stockport", "30")).Html.ShouldContain("href=\"#make-name\"");
    }

    [Fact]
    public async Task GivenKeyOfAnotherLocality_ThenNeitherSeenNorRevoked()
    {
        var key = await board.Services.GetRequiredService<ApiKeys>().Create(
            "Feed of Trafford", [Administrators.At(Role.Viewer, "trafford")], TimeSpan.FromDays(1), "someone");
        await Make("A key of ours", "viewer", "stockport", "30");
        var page = await _stockport.Visit("/admin/keys");
        page.Text.ShouldNotContain("Feed of Trafford");

        var after = await _stockport.Send(page, RevokeForm(page, "A key of ours"), ("the-key", key.Split('_')[1]));

        after.ErrorSummary.ShouldContain("You do not have permission to revoke");
        (await StatusWith(key)).ShouldBe(200);
    }

    private async Task<VisitedPage> Make(string name, string role, string scope, string days) => await _stockport.Send(
        await _stockport.Visit("/admin/keys"), "make", ("name", name), ("role", role), ("scope", scope), ("days", days));

    private async Task<int> StatusWith(string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/localities", UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var http = new HttpClient { BaseAddress = board.Address };
        using var answer = await http.SendAsync(request).Within("the key is answered");
        return (int)answer.StatusCode;
    }

    private static string RevokeForm(VisitedPage page, string key) => page.Document.QuerySelectorAll("tr")
        .Single(row => row.Read().Contains($"{key} ", StringComparison.Ordinal))
        .QuerySelector("form[id^='revoke-']").ShouldNotBeNull().Id!;
}
