using CapacityBoard.Access.Audit;
using CapacityBoard.Sites;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Access.Accounts;

/// <summary>The passkeys of a person's account.</summary>
internal sealed partial class AccountModel
{
    private const string NoLongerThere = "That passkey was already removed.";

    public IReadOnlyList<PasskeyLine> OwnPasskeys { get; private set; } = [];

    /// <summary>What the browser needs to create a passkey; null if it is not about to.</summary>
    public string? NewPasskey { get; private set; }

    public string SuggestedName => PasskeyNames.Suggest(Request.Headers.UserAgent.ToString(), Clock.GetUtcNow());

    /// <summary>A password alone must not lead to a passkey, because a passkey needs no second factor.</summary>
    public bool MayHavePasskeys => Account is { PasswordHash: not null, TwoFactorEnabled: true };

    /// <summary>The first step: the password. The browser may then create one passkey within 10 minutes.</summary>
    public Task<IActionResult> OnPostPasskeyAsync() => WithPassword(async form =>
    {
        if (WhyNoMore() is { } problem)
        {
            form.AddProblem("current", problem);
            return Page();
        }

        NewPasskey = await passkeys.BeginAdding(Account);
        return Page();
    });

    public async Task<IActionResult> OnPostAddPasskeyAsync()
    {
        await OnGetAsync();
        var form = await ReadForm();
        var name = form.Text("name") is { Length: <= Passkeys.LongestName } typed && Limits.IsPlain(typed) ? typed : SuggestedName;
        if (WhyNoMore() is { } problem)
        {
            form.AddProblem("current", problem);
            return Page();
        }

        if (!await passkeys.Add(Account, Request.Form["credential"].ToString(), name))
        {
            form.AddProblem("current", "The passkey was not added. Enter your password and try again.");
            await Note(Acts.Refused, Account, "adding a passkey");
            return Page();
        }

        await Note(Acts.PasskeyAdded, Account, name);
        Confirmation = "Passkey added. Use it the next time you sign in.";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRenamePasskeyAsync()
    {
        await OnGetAsync();
        var form = await ReadForm();
        var name = form.Required("name", "Enter a name for the passkey.", Passkeys.LongestName);
        if (!form.IsValid)
        {
            return Page();
        }

        if (await passkeys.Rename(Account, form.Text("passkey") ?? "", name) is { } before)
        {
            await Note(Acts.PasskeyRenamed, Account, $"{before}: {name}");
            Confirmation = "Name saved.";
        }
        else
        {
            Confirmation = NoLongerThere;
        }

        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemovePasskeyAsync()
    {
        await OnGetAsync();
        var form = await ReadForm();
        if (await passkeys.Remove(Account, form.Text("passkey") ?? "") is { } name)
        {
            await StaySignedIn(Acts.PasskeyRemoved, name);
            Confirmation = "Passkey removed. You are signed out on all other devices.";
        }
        else
        {
            Confirmation = NoLongerThere;
        }

        return RedirectToPage();
    }

    private string? WhyNoMore() => !MayHavePasskeys ? "Set up your authenticator app first."
        : OwnPasskeys.Count >= Passkeys.MostOfOnePerson ? $"You have {Passkeys.MostOfOnePerson} passkeys. Remove one to add another."
        : null;
}
