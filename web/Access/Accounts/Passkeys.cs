using System.Buffers.Text;
using CapacityBoard.Access.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Access.Accounts;

/// <summary>
/// The passkeys of accounts. A passkey is bound to the board's host name, and its device checks a fingerprint, a face or a PIN each
/// time, so it counts as password and second factor in one.
/// </summary>
/// <remarks>Identity's sign-in manager keeps challenges in the cookie of the second factor, and so would end another tab's sign-in.</remarks>
internal sealed class Passkeys(
    UserManager<Account> accounts, IPasskeyHandler<Account> handler, PasskeyChallenges challenges, IHttpContextAccessor http, AccessContext context, TimeProvider clock)
{
    private const string ToSignIn = "sign-in";
    private const string ToAdd = "new";

    public const int MostOfOnePerson = 10;

    public const int LongestName = 60;

    /// <summary>Signed answers of devices are a few kilobytes.</summary>
    private const int LongestAnswer = 32 * 1024;

    private HttpContext Browser => http.HttpContext!;

    public static void Configure(IdentityPasskeyOptions options)
    {
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
    }

    public async Task<IReadOnlyList<PasskeyLine>> Of(Account account) =>
        [.. (await context.UserPasskeys.AsNoTracking().Where(passkey => passkey.UserId == account.Id).ToListAsync()).Select(PasskeyLine.Of).OrderBy(line => line.Added)];

    /// <summary>What the browser needs to create a passkey, as JSON.</summary>
    public async Task<string> BeginAdding(Account account)
    {
        var options = await handler.MakeCreationOptionsAsync(new() { Id = account.Id, Name = account.UserName!, DisplayName = account.Name }, Browser);
        challenges.Give(Browser, ToAdd, options.AttestationState!);
        return options.CreationOptionsJson;
    }

    /// <param name="answer">The browser's answer, as JSON.</param>
    /// <returns>False if it does not answer a challenge that this account was given in this browser within 10 minutes.</returns>
    public async Task<bool> Add(Account account, string answer, string name)
    {
        if (challenges.Take(Browser, ToAdd) is not { } challenge || !MayBeRead(answer))
        {
            return false;
        }

        var result = await handler.PerformAttestationAsync(new() { HttpContext = Browser, CredentialJson = answer, AttestationState = challenge });
        if (!result.Succeeded || result.UserEntity.Id != account.Id)
        {
            return false;
        }

        result.Passkey.Name = name;
        await accounts.AddOrUpdatePasskeyAsync(account, result.Passkey).MustBeDone();
        return true;
    }

    /// <summary>What the browser needs to sign anybody in, as JSON. It names no account.</summary>
    public async Task<string> BeginSignIn()
    {
        var options = await handler.MakeRequestOptionsAsync(null, Browser);
        challenges.Give(Browser, ToSignIn, options.AssertionState!);
        return options.RequestOptionsJson;
    }

    /// <summary>The challenge that this browser was given to sign in; null if it expired or was answered already.</summary>
    public string? TakeChallenge() => challenges.Take(Browser, ToSignIn);

    /// <summary>Whose passkey answered the challenge; null if nobody's did. It is then marked as used.</summary>
    public async Task<Account?> Owner(string challenge, string answer)
    {
        if (!MayBeRead(answer)
            || await handler.PerformAssertionAsync(new() { HttpContext = Browser, CredentialJson = answer, AssertionState = challenge }) is not { Succeeded: true } result)
        {
            return null;
        }

        (await Find(result.User, result.Passkey.CredentialId))!.LastUsed = clock.GetUtcNow();
        await accounts.AddOrUpdatePasskeyAsync(result.User, result.Passkey).MustBeDone();
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
        await accounts.UpdateSecurityStampAsync(account).MustBeDone();
        return passkey.Data.Name;
    }

    private async Task<AccountPasskey?> Find(Account account, string id) =>
        Base64Url.IsValid(id) ? await Find(account, Base64Url.DecodeFromChars(id)) : null;

    private Task<AccountPasskey?> Find(Account account, byte[] id) =>
        context.UserPasskeys.SingleOrDefaultAsync(passkey => passkey.UserId == account.Id && passkey.CredentialId == id);

    private static bool MayBeRead(string answer) => answer.Length is > 0 and <= LongestAnswer;
}
