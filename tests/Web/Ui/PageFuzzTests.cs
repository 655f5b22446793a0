using CapacityBoard.Access;
using CapacityBoard.Fuzz;
using CapacityBoard.Support;

namespace CapacityBoard.Ui;

/// <summary>
/// Every form of every page is sent again and again, mistyped, incomplete or as no form is: whatever is sent is answered, and never with
/// a fault of the server; and all pages can be shown afterwards.
/// </summary>
[Collection(nameof(Alone))]
public sealed class PageFuzzTests(EveryState board, ITestOutputHelper output) : IClassFixture<EveryState>
{
    private const int Forms = 2_000;
    private const int AtOnce = 8;

    /// <summary>Forms that sign somebody out or take their roles are among them: after so many another person goes on.</summary>
    private const int FormsOfOne = 25;

    private static readonly Role[] Roles = [Role.Administrator, Role.TransferTeam, Role.Ward, Role.CareProvider, Role.GrandRound];

    [Fact]
    public async Task GivenAnyFormOfAnyPage_WhenSentRightOrWrongly_ThenAnsweredAndNeverWithAFaultOfTheServer()
    {
        using var run = new FuzzRun(board.Server.Services);
        var (forms, next) = (await AllForms(), -1);

        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(Send)));
        using var afterwards = new Visitor(board.Server.Address, name: "Afterwards");
        foreach (var page in (await PageCrawl.By(afterwards)).Pages)
        {
            run.Answered(page.Status, () => $"GET {page.Path} afterwards");
        }

        output.WriteLine($"{forms.Count} forms, {run}");
        run.ThenInOrder(leastRight: Forms / 4);

        async Task Send()
        {
            while (Interlocked.Increment(ref next) is var who && who * FormsOfOne < Forms && !run.IsEnough)
            {
                await SendAll(who, forms, run);
            }
        }
    }

    /// <summary>One person sends their share: two of three people may do everything, the others have one role.</summary>
    private async Task SendAll(int who, IReadOnlyList<FoundForm> forms, FuzzRun run)
    {
        var role = Roles[who % Roles.Length];
        using var person = new Visitor(
            board.Server.Address, name: $"Sender {who}", grants: who % 3 > 0 ? null : [new(role, role == Role.Administrator ? Scope.Everywhere : Scope.Parse(EveryState.Locality))]);
        var token = (await person.Visit("/account")).AllForms().First(form => !form.IsRead).Fields.First(field => field.Key.StartsWith("__", StringComparison.Ordinal));
        foreach (var number in Enumerable.Range(who * FormsOfOne, FormsOfOne))
        {
            await Send(person, new(forms, (token.Key, token.Value), run.Seed, number), run);
        }
    }

    private static async Task Send(Visitor person, FuzzedForm form, FuzzRun run)
    {
        try
        {
            using var content = await form.Content();
            var page = form.IsRead ? await person.Visit(form.Action) : await person.Send(form.Action, content);
            run.Answered(page.Status, () => $"{page.Path}\n{content.Headers}{form}");
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutException)
        {
            run.NotAnswered(failure, $"{form}");
        }
    }

    /// <summary>One of each kind of form, of all that the pages show to whoever may do everything.</summary>
    private async Task<IReadOnlyList<FoundForm>> AllForms()
    {
        using var person = new Visitor(board.Server.Address, name: "Before");
        var pages = (await PageCrawl.By(person)).Pages;
        foreach (var address in EveryAddress.All().Select(row => row.Data).Where(address => !address.Contains(EveryAddress.Past, StringComparison.Ordinal)))
        {
            pages.Add(await person.Visit(address));
        }

        return [.. pages.SelectMany(page => page.AllForms()).DistinctBy(form => $"{PageCrawl.KindOf(form.Action)} {string.Join(' ', form.Fields.Keys)}")];
    }
}
