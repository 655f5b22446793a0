using System.Security.Claims;

namespace CapacityBoard.Access.Schemes;

/// <summary>The caller that a principal stands for, as they are now.</summary>
internal static class CallerIdentity
{
    private const string Stamp = "AspNet.Identity.SecurityStamp";

    /// <summary>Who a principal is of; null where it is of nobody that can be let in.</summary>
    public static (CallerKind Kind, string Id)? Of(ClaimsPrincipal? principal) =>
        principal?.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id ? null : principal.Identity?.AuthenticationType switch
        {
            AccessSchemes.Key => (CallerKind.Key, id),
            AccessSchemes.Wallboard => (CallerKind.Wallboard, id),
            _ => (CallerKind.Person, id),
        };

    /// <summary>
    /// The caller as they are now; null where they are gone or were signed out. A person without the second factor that they
    /// need is let in to set one up, and for nothing else.
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

    /// <summary>True where the organisation's provider signed the person in, which has factors of its own.</summary>
    public static bool IsSignedOn(ClaimsPrincipal principal) => principal.HasClaim(ClaimTypes.AuthenticationMethod, AccessSchemes.SignOn);
}
