using CapacityBoard.Access;
using CapacityBoard.Access.Accounts;
using CapacityBoard.Access.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Support;

/// <summary>Administrators in tests, and what their pages show.</summary>
internal static class Administrators
{
    public const string OfStockport = "Ada, Stockport";
    public const string OfEverywhere = "Grace, everywhere";

    public static Grant At(Role role, string scope) => new(role, Scope.Parse(scope));

    public static Visitor Stockport(this TestBoard board) => new(board.Address, name: OfStockport, grants: [At(Role.Administrator, "stockport")]);

    public static Visitor Everywhere(this TestBoard board) => new(board.Address, name: OfEverywhere, grants: [new(Role.Administrator, Scope.Everywhere)]);

    /// <summary>Creates an account that has signed in before; returns its id.</summary>
    public static async Task<string> Person(this TestBoard board, string name, params Grant[] grants)
    {
        await Sessions.CookieOf(board.Address, name, grants);
        return (await board.AccountOf(name)).Id;
    }

    public static Task<Account> AccountOf(this TestBoard board, string name) => board.Ask(
        context => context.Users.AsNoTracking().SingleAsync(account => account.Name == name));

    public static Task<List<string>> RolesOf(this TestBoard board, string owner) => board.Ask(async context =>
        (await context.Grants.AsNoTracking().Where(row => row.Owner == owner).ToListAsync()).Select(row => $"{row.Role} {row.Scope}").Order().ToList());

    public static Task<T> Ask<T>(this TestBoard board, Func<AccessContext, Task<T>> question) => board.Services.GetRequiredService<AccessStore>().Ask(question);

    /// <summary>The link or key that the page shows only once; empty if it shows none.</summary>
    public static string Once(this VisitedPage page) => page.Document.QuerySelector("code#once").Read();
}
