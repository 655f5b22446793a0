using CapacityBoard.Access.Schemes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CapacityBoard.Access.SignOn;

/// <summary>Sets up the framework's OpenID Connect handler for the code flow with PKCE and the userinfo endpoint.</summary>
internal static partial class SignOnSetup
{
    /// <summary>The path to which the provider sends people back; register it with the provider.</summary>
    public const string CallbackPath = "/sign-in/callback";

    private static readonly string[] Signatures = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    private const string FailedPath = "/sign-in/organisation?handler=Failed";

    public static void AddSignOn(this AuthenticationBuilder schemes, IConfiguration configuration)
    {
        var settings = configuration.GetSection(SignOnOptions.Section).Get<SignOnOptions>() ?? new();
        var invalid = settings.WhyInvalid();
        schemes.Services.AddOptions<SignOnOptions>()
            .BindConfiguration(SignOnOptions.Section)
            .Validate(options => options.WhyInvalid() is null, invalid ?? "")
            .ValidateOnStart();
        schemes.Services.AddScoped<SignOnAccounts>();
        if (settings.IsOn && invalid is null)
        {
            schemes.AddOpenIdConnect(AccessSchemes.SignOn, settings.Name, connect => Configure(connect, settings));
        }
    }

    private static void Configure(OpenIdConnectOptions connect, SignOnOptions settings)
    {
        connect.Authority = settings.Authority;
        connect.RequireHttpsMetadata = !new Uri(settings.Authority!).IsLoopback;
        connect.ClientId = settings.ClientId;
        connect.ClientSecret = settings.ClientSecret;
        connect.ResponseType = OpenIdConnectResponseType.Code;
        connect.ResponseMode = OpenIdConnectResponseMode.Query;
        connect.UsePkce = true;
        connect.GetClaimsFromUserInfoEndpoint = true;
        connect.MapInboundClaims = false;
        connect.SignInScheme = IdentityConstants.ExternalScheme;
        connect.CallbackPath = CallbackPath;
        foreach (var scope in settings.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            connect.Scope.Add(scope);
        }

        foreach (var claim in settings.Roles.Select(role => role.Claim).Distinct())
        {
            connect.ClaimActions.MapJsonKey(claim, claim);
        }

        foreach (var cookie in new[] { connect.CorrelationCookie, connect.NonceCookie })
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }

        connect.Events.OnTokenValidated = RequireSignature;
        connect.Events.OnRemoteFailure = Fail;
    }

    /// <summary>
    /// Requires a signature, because in the code flow the handler accepts an unsigned token that came straight from the provider.
    /// </summary>
    private static Task RequireSignature(TokenValidatedContext context)
    {
        var algorithm = context.SecurityToken.Header.Alg;
        if (!Signatures.Contains(algorithm))
        {
            context.Fail($"The id_token is signed by '{algorithm}'; one of {string.Join(", ", Signatures)} is needed.");
        }

        return Task.CompletedTask;
    }

    /// <summary>The person cancelled, or the provider's response was not valid: nobody is signed in.</summary>
    private static Task Fail(RemoteFailureContext context)
    {
        LogFailed(context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(SignOnSetup)), context.Failure?.Message);
        context.HandleResponse();
        context.Response.Redirect($"{context.Request.PathBase}{FailedPath}");
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Warning, "Nobody was signed in through the organisation: {Reason}")]
    private static partial void LogFailed(ILogger log, string? reason);
}
