using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Access.Accounts;

internal sealed class SignOutModel(SignInManager<Access.Accounts.Account> signIn, AccessLog log, TimeProvider clock) : AccountPage(signIn, log, clock)
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (HttpContext.Caller() is { } caller)
        {
            await Log.Write(HttpContext, Acts.SignedOut, who: caller.Name);
        }

        await SignInManager.SignOutAsync();
        return RedirectToPage("/Access/Accounts/SignOut");
    }
}
