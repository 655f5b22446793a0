using System.Buffers.Text;
using CapacityBoard.Access.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Access.Accounts;

/// <summary>
/// The passkeys of accounts. A passkey is bound to the board's host name, and its device checks a fingerprint, a face or a PIN each
/// time, so it counts as password and second factor in one. The challenge of each attempt is in an encrypted cookie for 10 minutes.
/// </summary>
internal sealed class Passkeys(SignInManager<Account> signIn, AccessContext context, TimeProvider clock)
{
    public const int MostOfOnePerson = 10;

    public const int LongestName = 60;

    /// <summary>Signed answers of devices are a few kilobytes.</summary>
    private const int LongestAnswer = 32 * 1024;

    private UserManager<Account> Accounts => signIn.UserManager;

    public static void Configure(IdentityPasskeyOptions options)
    {
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
    }

    public async Task<IReadOnlyList<PasskeyLine>> Of(Account account) =>
        [.. (await context.UserPasskeys.AsNoTracking().Where(passkey => passkey.UserId == account.Id).ToListAsync()).Select(PasskeyLine.Of).OrderBy(line => line.Added)];

    /// <summary>What the browser needs to create a passkey, as JSON.</summary>
    public Task<string> BeginAdding(Account account) =>
        signIn.MakePasskeyCreationOptionsAsync(new() { Id = account.Id, Name = account.UserName!, DisplayName = account.Name });

    /// <param name="answer">The browser's answer, as JSON.</param>
    /// <returns>False if it does not answer a challenge that this account was given in this browser within 10 minutes.</returns>
    public async Task<bool> Add(Account account, string answer, string name)
    {
        if (await Verified(answer, signIn.PerformPasskeyAttestationAsync) is not { Succeeded: true } result || result.UserEntity.Id != account.Id)
        {
            return false;
        }

        result.Passkey.Name = name;
        await Accounts.AddOrUpdatePasskeyAsync(account, result.Passkey).MustBeDone();
        return true;
    }

    /// <summary>What the browser needs to sign anybody in, as JSON. It names no account.</summary>
    public Task<string> BeginSignIn() => signIn.MakePasskeyRequestOptionsAsync(null);

    /// <summary>Whose passkey answered this browser's challenge; null if nobody's did. It is then marked as used.</summary>
    public async Task<Account?> Owner(string answer)
    {
        if (await Verified(answer, signIn.PerformPasskeyAssertionAsync) is not { Succeeded: true } result)
        {
            return null;
        }

        (await Find(result.User, result.Passkey.CredentialId))!.LastUsed = clock.GetUtcNow();
        await Accounts.AddOrUpdatePasskeyAsync(result.User, result.Passkey).MustBeDone();
        return result.User;
    }

    /// <returns>The name it had; null if the account has no such passkey.</returns>
    public async Task<string?> Rename(Account account, string id, string name)
    {
        if (await Find(account, id) is not { } passkey)
        {
            return null;
        }

        var before = passkey.Data.Name;
        passkey.Data.Name = name;
        await context.SaveChangesAsync();
        return before;
    }

    /// <summary>Removes a passkey and signs the person out everywhere, since the device may be in other hands.</summary>
    /// <inheritdoc cref="Rename"/>
    public async Task<string?> Remove(Account account, string id)
    {
        if (await Find(account, id) is not { } passkey)
        {
            return null;
        }

        context.Remove(passkey);
        await Accounts.UpdateSecurityStampAsync(account).MustBeDone();
        return passkey.Data.Name;
    }

    private async Task<AccountPasskey?> Find(Account account, string id) =>
        Base64Url.IsValid(id) ? await Find(account, Base64Url.DecodeFromChars(id)) : null;

    private Task<AccountPasskey?> Find(Account account, byte[] id) =>
        context.UserPasskeys.SingleOrDefaultAsync(passkey => passkey.UserId == account.Id && passkey.CredentialId == id);

    private static async Task<TResult?> Verified<TResult>(string answer, Func<string, Task<TResult>> verify)
        where TResult : class
    {
        if (answer.Length is 0 or > LongestAnswer)
        {
            return null;
        }

        try
        {
            return await verify(answer);
        }
        catch (InvalidOperationException none) when (none.InnerException is null)
        {
            // Identity throws if this browser has no challenge to answer: it expired, or was answered already.
            return null;
        }
    }
}
