using Microsoft.AspNetCore.Http;

namespace CapacityBoard.Support;

/// <summary>A program's request to /authorize.</summary>
/// <param name="State">Null if none was sent.</param>
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

    /// <summary>The error to report to the program; null if the request is right.</summary>
    public string? Error => this switch
    {
        { ResponseType: not "code" } => "unsupported_response_type",
        _ when !Scope.Split(' ').Contains("openid") => "invalid_scope",
        { ResponseMode: not ("query" or "form_post") } or { Challenge: "" } or { ChallengeMethod: not "S256" } => "invalid_request",
        _ => null,
    };
}

/// <summary>A sign-in that the program can redeem for tokens.</summary>
/// <param name="Request">The request that was answered with this code.</param>
internal sealed record SignOnCode(SignOnRequest Request, SignOnPerson Person);
