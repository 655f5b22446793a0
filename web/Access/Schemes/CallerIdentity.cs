using System.Security.Claims;

namespace CapacityBoard.Access.Schemes;

/// <summary>Finds the current caller for a principal.</summary>
internal static class CallerIdentity
{
    private const string Stamp = "AspNet.Identity.SecurityStamp";

    /// <summary>The caller's kind and id; null if the principal is none that can have access.</summary>
    public static (CallerKind Kind, string Id)? Of(ClaimsPrincipal? principal) =>
        principal?.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id ? null : principal.Identity?.AuthenticationType switch
        {
            AccessSchemes.Key => (CallerKind.Key, id),
            AccessSchemes.Wallboard => (CallerKind.Wallboard, id),
            _ => (CallerKind.Person, id),
        };

    /// <summary>
    /// The caller as they are now; null if they are gone or were signed out. A person who lacks a required second factor may only
    /// set one up.
    /// </summary>
    public static async ValueTask<Caller?> Find(ClaimsPrincipal? principal, Callers callers, CancellationToken token)
    {
        if (principal is null || Of(principal) is not var (kind, id) || await callers.Find(kind, id, token) is not { } caller)
        {
            return null;
        }

        if (kind != CallerKind.Person)
        {
            return caller;
        }

        return caller.Proof != principal.FindFirstValue(Stamp) ? null
            : IsSignedOn(principal) ? caller with { LacksSecondFactor = false }
            : caller.LacksSecondFactor ? caller with { Grants = [] }
            : caller;
    }

    /// <summary>True if the organisation's provider, which has its own second factors, signed the person in.</summary>
    public static bool IsSignedOn(ClaimsPrincipal principal) => principal.HasClaim(ClaimTypes.AuthenticationMethod, AccessSchemes.SignOn);
}
