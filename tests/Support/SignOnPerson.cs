namespace CapacityBoard.Support;

/// <summary>Who is at the keyboard, as their organisation knows them.</summary>
/// <param name="Claims">More about them, in the id_token and at /userinfo; a value is text or a list of it.</param>
public sealed record SignOnPerson(string Subject, string Name, IReadOnlyDictionary<string, object>? Claims = null)
{
    public static SignOnPerson InGroups(string subject, string name, params string[] groups) =>
        new(subject, name, new Dictionary<string, object> { ["groups"] = groups });

    /// <param name="subject">Another's, where the provider lies.</param>
    public Dictionary<string, object> ClaimsOf(string? subject = null)
    {
        var claims = new Dictionary<string, object>(Claims ?? new Dictionary<string, object>()) { ["name"] = Name };
        claims["sub"] = subject ?? Subject;
        return claims;
    }
}
