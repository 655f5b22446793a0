namespace CapacityBoard.Access.Gate;

internal static class SignInPath
{
    public const string Page = "/sign-in";
    public const string Authenticator = "/account/authenticator";
    public const string ReturnTo = "returnTo";

    /// <summary>The sign-in page, with the way back to the page requested.</summary>
    public static string ReturningTo(HttpRequest request) =>
        request.Path == "/" ? Page : $"{Page}{QueryString.Create(ReturnTo, $"{request.Path}{request.QueryString}")}";
}
