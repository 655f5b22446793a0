using CapacityBoard.Access;
using CapacityBoard.Access.Accounts;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Store;
using CapacityBoard.Sites;
using Microsoft.AspNetCore.Identity;

namespace CapacityBoard.Demonstration;

/// <summary>
/// The demonstration's accounts, one for each role, each limited to its own places. The sign-in page lists them.
/// </summary>
internal sealed class DemonstrationPeople(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Creates the accounts that do not exist yet.</summary>
    public async Task Come(IReadOnlyList<PlannedSite> sites)
    {
        await using var scope = scopes.CreateAsyncScope();
        var register = scope.ServiceProvider.GetRequiredService<AccountRegister>();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        foreach (var (name, grants) in People(sites))
        {
            var userName = $"demonstration-{Codes.Of(grants[0].Role)}";
            if (await accounts.FindByNameAsync(userName) is null)
            {
                await register.Create(
                    new() { Name = name, UserName = userName, IsDemonstration = true, Created = clock.GetUtcNow(), CreatedBy = BoardKind.Registrar },
                    grants,
                    AccessActor.Program);
            }
        }
    }

    /// <summary>The homes that agreed that trusted assessors answer for them.</summary>
    internal static IEnumerable<PlannedSite> AgreedPlaces(IReadOnlyList<PlannedSite> sites) =>
        sites.Where(site => site.Kind == SiteKind.CareHome).Where((_, index) => index % 6 == 1).Take(6);

    private static IEnumerable<(string Name, Grant[] Grants)> People(IReadOnlyList<PlannedSite> sites)
    {
        var home = sites.First(site => site.Kind == SiteKind.CareHome);
        var ward = sites.First(site => site.Kind == SiteKind.Ward);
        var locality = Scope.Parse(home.Key.Locality);
        yield return ($"Ama Osei, {home.Details.Name}", [new(Role.CareProvider, Scope.Of(home.Key))]);
        yield return ($"Beth Hughes, {ward.Details.Name}", [new(Role.Ward, Scope.Of(ward.Key))]);
        yield return (
            "Iris Malik, trusted assessor",
            [.. AgreedPlaces(sites).Select(place => new Grant(Role.TrustedAssessor, Scope.Of(place.Key)))]);
        yield return ("Callum Reid, transfer team", [new(Role.TransferTeam, locality)]);
        yield return ("Dev Patel, grand round", [new(Role.GrandRound, Scope.Parse($"{ward.Key.Locality}/{ward.Key.Hospital}"))]);
        yield return ("Hana Novak, social worker", [new(Role.Assessor, locality)]);
        yield return ("Ellen Walsh, commissioner", [new(Role.Commissioner, locality)]);
        yield return ("Femi Ade, viewer of counts", [new(Role.Viewer, locality)]);
        yield return ("Grace Kaur, administrator", [new(Role.Administrator, locality)]);
    }
}
