using System.Security.Claims;
using System.Text.Encodings.Web;
using CapacityBoard.Access.Keys;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Access.Schemes;

/// <summary>
/// Tries each way to authenticate a request in turn: a key, and then nothing else; a signed-in person; a wall screen. An expired
/// session of a person therefore does not blank a wall screen.
/// </summary>
internal sealed class AnyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiKeys keys, KeyUses uses)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization is { Count: > 0 } header)
        {
            return await WithKey(header.ToString());
        }

        var person = await Context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        return person.Succeeded ? person : await Context.AuthenticateAsync(AccessSchemes.Wallboard);
    }

    private async ValueTask<AuthenticateResult> WithKey(string header)
    {
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            || await keys.Find(header[Bearer.Length..].Trim(), Context.RequestAborted) is not { } caller)
        {
            return AuthenticateResult.Fail("The key is unknown, has expired or was revoked.");
        }

        Context.SetCaller(caller);
        uses.Note(caller, Context.Connection.RemoteIpAddress);
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, caller.Id), new(ClaimTypes.Name, caller.Name)], AccessSchemes.Key);
        return AuthenticateResult.Success(new(new(identity), Scheme.Name));
    }
}
