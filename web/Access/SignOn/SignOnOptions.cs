using CapacityBoard.Sites;

namespace CapacityBoard.Access.SignOn;

/// <summary>
/// The organisation's own sign-on, over OpenID Connect: NHS Care Identity, Entra ID. Bound from the configuration section
/// <see cref="Section"/>; off where it has no <see cref="Authority"/>.
/// </summary>
internal sealed class SignOnOptions
{
    public const string Section = "SignOn";

    /// <summary>As it stands on the button: "Sign in with …". Default: <c>your organisation</c>.</summary>
    public string Name { get; set; } = "your organisation";

    /// <summary>The provider's address, at which <c>/.well-known/openid-configuration</c> is found; https, but on this machine.</summary>
    public string? Authority { get; set; }

    public string? ClientId { get; set; }

    /// <summary>From the environment or a secrets file, never from appsettings.json.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>What is asked for besides <c>openid</c> and <c>profile</c>, with spaces between.</summary>
    public string Scopes { get; set; } = "email";

    /// <summary>Who gets which role: whoever has one of these values in the claim named.</summary>
    public IList<SignOnRole> Roles { get; set; } = [];

    public bool IsOn => !string.IsNullOrWhiteSpace(Authority);

    /// <summary>What is wrong with the settings, for whoever wrote them; null where nothing is.</summary>
    public string? WhyInvalid()
    {
        if (!IsOn)
        {
            return null;
        }

        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var authority) || (authority.Scheme != Uri.UriSchemeHttps && !authority.IsLoopback))
        {
            return $"{Section}:{nameof(Authority)} is '{Authority}'; it must be an address that begins with https://.";
        }

        return string.IsNullOrWhiteSpace(ClientId) ? $"{Section}:{nameof(ClientId)} is needed: it identifies this board to the provider."
            : Roles.FirstOrDefault(role => role.Grant is null) is { } wrong
                ? $"{Section}:{nameof(Roles)} has role '{wrong.Role}' at '{wrong.Scope}': a role is one of {Codes.Allowed<Role>()}, a scope {Access.Scope.Allowed}."
            : null;
    }
}

/// <summary>A role for whoever has a value in a claim.</summary>
internal sealed class SignOnRole
{
    /// <summary>As the provider names it: <c>groups</c>, <c>roles</c>.</summary>
    public string Claim { get; set; } = "groups";

    public string Value { get; set; } = "";

    /// <summary>Its code: <c>transfer-team</c>.</summary>
    public string Role { get; set; } = "";

    /// <summary>As <see cref="Access.Scope"/> writes it.</summary>
    public string Scope { get; set; } = "";

    /// <summary>Null where the role or scope is none.</summary>
    public Grant? Grant => Codes.TryParse<Role>(Role, out var role) && Access.Scope.TryParse(Scope, out var scope) ? new(role, scope) : null;
}
