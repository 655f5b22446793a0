using CapacityBoard.Access;
using CapacityBoard.Access.Accounts;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Support;

/// <summary>What an administrator does with accounts, without going through the pages.</summary>
internal static class GivenAccounts
{
    public const string Password = "violet tractor lagoon";

    public static AccessActor Administrator { get; } = new("An administrator", "127.0.0.1");

    /// <summary>Creates an account with a password and, unless told otherwise, no second factor.</summary>
    public static async Task<string> Account(this TestBoard board, string userName, params Grant[] grants)
    {
        await using var scope = board.Services.CreateAsyncScope();
        var account = New(userName);
        (await scope.ServiceProvider.GetRequiredService<AccountRegister>().Create(account, grants, Administrator, Password)).ShouldBeEmpty();
        return account.Id;
    }

    /// <summary>Creates an account whose person has not joined yet; returns the path of their link.</summary>
    public static async Task<string> Invitation(this TestBoard board, string userName, params Grant[] grants)
    {
        await using var scope = board.Services.CreateAsyncScope();
        var register = scope.ServiceProvider.GetRequiredService<AccountRegister>();
        var account = New(userName);
        (await register.Create(account, grants, Administrator)).ShouldBeEmpty();
        return await register.InvitationPath(account);
    }

    /// <summary>Runs an action with the account register and an account.</summary>
    public static async Task With(this TestBoard board, string name, Func<AccountRegister, Access.Accounts.Account, Task> act)
    {
        await using var scope = board.Services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<AccessContext>().Users.SingleAsync(each => each.NameKey == Access.Accounts.Account.KeyOf(name));
        await act(scope.ServiceProvider.GetRequiredService<AccountRegister>(), account);
    }

    /// <summary>A person's acts in the access log, oldest first.</summary>
    public static Task<List<string>> ActsOf(this TestBoard board, string who) => board.Services.GetRequiredService<AccessStore>().Ask(
        context => context.Log.Where(entry => entry.Who == who).OrderBy(entry => entry.Id).Select(entry => entry.Act).ToListAsync());

    private static Access.Accounts.Account New(string userName) => new()
    {
        Name = $"{userName}, tester",
        UserName = userName,
        Created = TimeProvider.System.GetUtcNow(),
        CreatedBy = Administrator.Name,
    };
}
