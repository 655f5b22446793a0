using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Access.Schemes;

/// <summary>
/// Asks who a request is from in each way in turn: the key where there is one, and nothing else then; the person who is
/// signed in; the screen on a wall. So a person's session that has ended does not darken a wall.
/// </summary>
internal sealed class AnyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.ContainsKey("Authorization"))
        {
            return await Context.AuthenticateAsync(AccessSchemes.Key);
        }

        var person = await Context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        return person.Succeeded ? person : await Context.AuthenticateAsync(AccessSchemes.Wallboard);
    }
}
