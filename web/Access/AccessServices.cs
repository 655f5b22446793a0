using CapacityBoard.Access.Accounts;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Gate;
using CapacityBoard.Access.Keys;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Access.SignOn;
using CapacityBoard.Access.Store;
using CapacityBoard.Access.Wallboards;
using CapacityBoard.Journal;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CapacityBoard.Access;

/// <summary>Accounts, keys, links, the access check before every endpoint, and the access log.</summary>
internal static class AccessServices
{
    public static void AddAccess(this WebApplicationBuilder builder)
    {
        AddStore(builder.Services);
        AddAudit(builder.Services);
        AddAccounts(builder.Services);
        AddSchemes(builder.Services, builder.Configuration);
        AddGate(builder.Services);
    }

    private static void AddStore(IServiceCollection services)
    {
        services.AddDbContextFactory<AccessContext>((provider, context) =>
        {
            if (provider.GetService<NpgsqlDataSource>() is { } source)
            {
                context.UseNpgsql(source);
            }
            else
            {
                context.UseSqlite(AccessSchema.ConnectionString(provider.GetRequiredService<DataFolder>().FullPath));
            }
        });
        services.AddSingleton<AccessStore>();
        services.AddSingleton<AccessLog>();
        services.AddSingleton<RefusalCounts>();
        services.AddHostedService(provider => provider.GetRequiredService<RefusalCounts>());
        services.AddSingleton<Callers>();
        services.AddSingleton<ApiKeys>();
        services.AddHostedService<AccessStart>();
        services.AddHostedService<AccessChain>();
    }

    private static void AddAudit(IServiceCollection services)
    {
        services.AddSingleton<IAuditSource, AccessLogLines>();
        services.AddSingleton<IAuditSource, JournalLines>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<AuditReaches>();
        services.AddSingleton<Notices>();
    }

    private static void AddAccounts(IServiceCollection services)
    {
        services.AddIdentityCore<Account>(AccountRules.Configure)
            .AddUserStore<AccountStore>()
            .AddPasswordValidator<PasswordRules<Account>>()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddTokenProvider<AppCodes>(TokenOptions.DefaultAuthenticatorProvider)
            .AddTokenProvider<InvitationTokens>(Invitation.Provider);
        // Devices that skip the code are checked at every sign-in, since the account may just have been signed out everywhere.
        services.Configure<SecurityStampValidatorOptions>(stamps => stamps.ValidationInterval = TimeSpan.Zero);
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = AccountRules.PasswordIterations);
        services.Configure<DataProtectionTokenProviderOptions>(links => links.TokenLifespan = AccountRules.InvitationLasts);
        services.Configure<IdentityPasskeyOptions>(Passkeys.Configure);
        services.AddSingleton<CommonPasswords>();
        services.AddSingleton<SignInTurns>();
        services.AddScoped<AccountRegister>();
        services.AddScoped<AccountRescue>();
        services.AddSingleton<PasskeyChallenges>();
        services.AddScoped<Passkeys>();
        services.AddSingleton<AccountList>();
        services.AddSingleton<KeyList>();
        services.AddSingleton<DemonstrationAccounts>();
        services.AddSingleton<FirstAdministratorLink>();
        services.AddHostedService<FirstAdministrator>();
        services.AddSingleton<WallboardLinks>();
        services.AddSingleton<WallboardLinkList>();
        services.AddSingleton<KeyUses>();
        services.AddHostedService(provider => provider.GetRequiredService<KeyUses>());
    }

    private static void AddSchemes(IServiceCollection services, IConfiguration configuration)
    {
        var schemes = services.AddAuthentication(AccessSchemes.Any)
            .AddScheme<AuthenticationSchemeOptions, AnyHandler>(AccessSchemes.Any, null)
            .AddCookie(AccessSchemes.Wallboard);
        schemes.AddIdentityCookies();
        schemes.AddSignOn(configuration);
        AccountCookies.Configure(services);
    }

    private static void AddGate(IServiceCollection services)
    {
        services.AddSingleton<AccessRequirement>();
        services.AddSingleton<Refusals>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusedRequests>();
        services.AddAuthorization();
        services.AddOptions<AuthorizationOptions>().Configure<AccessRequirement>((options, requirement) =>
            options.FallbackPolicy = new AuthorizationPolicyBuilder().AddRequirements(requirement).Build());
        services.Configure<Microsoft.AspNetCore.Mvc.MvcOptions>(mvc => mvc.Filters.Add<PageGate>());
    }
}
