using Microsoft.AspNetCore.Http;

namespace CapacityBoard.Support;

/// <summary>What a program asks of /authorize.</summary>
/// <param name="State">Null where none was sent.</param>
internal sealed record SignOnRequest(
    string ClientId, Uri? Redirect, string ResponseType, string ResponseMode, string Scope, string? State, string? Nonce, string Challenge, string ChallengeMethod)
{
    public static SignOnRequest Of(IQueryCollection query) => new(
        query["client_id"].ToString(),
        Uri.TryCreate(query["redirect_uri"], UriKind.Absolute, out var redirect) ? redirect : null,
        query["response_type"].ToString(),
        query["response_mode"] is [{ Length: > 0 } mode] ? mode : "query",
        query["scope"].ToString(),
        query["state"],
        query["nonce"],
        query["code_challenge"].ToString(),
        query["code_challenge_method"].ToString());

    /// <summary>What is wrong that the program may be told; null where nothing is.</summary>
    public string? Error => this switch
    {
        { ResponseType: not "code" } => "unsupported_response_type",
        _ when !Scope.Split(' ').Contains("openid") => "invalid_scope",
        { ResponseMode: not ("query" or "form_post") } or { Challenge: "" } or { ChallengeMethod: not "S256" } => "invalid_request",
        _ => null,
    };
}

/// <summary>A person's sign-in that the program can redeem for tokens.</summary>
/// <param name="Request">That was answered with the code.</param>
internal sealed record SignOnCode(SignOnRequest Request, SignOnPerson Person);
