namespace CapacityBoard.Support;

/// <summary>The person at the keyboard, as their organisation knows them.</summary>
/// <param name="Claims">Further claims in the id_token and at /userinfo; each value is a text or a list of texts.</param>
public sealed record SignOnPerson(string Subject, string Name, IReadOnlyDictionary<string, object>? Claims = null)
{
    public static SignOnPerson InGroups(string subject, string name, params string[] groups) =>
        new(subject, name, new Dictionary<string, object> { ["groups"] = groups });

    /// <param name="subject">Another person's subject, for a provider that lies.</param>
    public Dictionary<string, object> ClaimsOf(string? subject = null)
    {
        var claims = new Dictionary<string, object>(Claims ?? new Dictionary<string, object>()) { ["name"] = Name };
        claims["sub"] = subject ?? Subject;
        return claims;
    }
}
