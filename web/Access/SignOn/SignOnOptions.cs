using CapacityBoard.Sites;

namespace CapacityBoard.Access.SignOn;

/// <summary>
/// The organisation's single sign-on over OpenID Connect, such as NHS Care Identity or Entra ID. Bound from the configuration
/// section <see cref="Section"/>; off without an <see cref="Authority"/>.
/// </summary>
internal sealed class SignOnOptions
{
    public const string Section = "SignOn";

    /// <summary>The name on the button: "Sign in with …". Default: <c>your organisation</c>.</summary>
    public string Name { get; set; } = "your organisation";

    /// <summary>
    /// The provider's address, which serves <c>/.well-known/openid-configuration</c>; it must use https unless it is on this
    /// machine.
    /// </summary>
    public string? Authority { get; set; }

    public string? ClientId { get; set; }

    /// <summary>Set it in the environment or a secrets file, never in appsettings.json.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Scopes to request besides <c>openid</c> and <c>profile</c>, separated by spaces.</summary>
    public string Scopes { get; set; } = "email";

    /// <summary>Roles for people with certain claim values.</summary>
    public IList<SignOnRole> Roles { get; set; } = [];

    public bool IsOn => !string.IsNullOrWhiteSpace(Authority);

    /// <summary>What is wrong with the settings, in words for the person who wrote them; null if nothing is.</summary>
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

/// <summary>A role for people with a certain value in a claim.</summary>
internal sealed class SignOnRole
{
    /// <summary>The claim as the provider names it: <c>groups</c>, <c>roles</c>.</summary>
    public string Claim { get; set; } = "groups";

    public string Value { get; set; } = "";

    /// <summary>The role's code: <c>transfer-team</c>.</summary>
    public string Role { get; set; } = "";

    /// <summary>A scope as <see cref="Access.Scope"/> writes it.</summary>
    public string Scope { get; set; } = "";

    /// <summary>Null if the role or scope is not valid.</summary>
    public Grant? Grant => Codes.TryParse<Role>(Role, out var role) && Access.Scope.TryParse(Scope, out var scope) ? new(role, scope) : null;
}
