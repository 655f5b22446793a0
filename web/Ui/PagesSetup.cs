using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;

namespace CapacityBoard.Ui;

/// <summary>Adds the pages and serves their scripts and styles.</summary>
public static class PagesSetup
{
    private const string ForGood = "public, max-age=31536000, immutable";
    private const string AskEachTime = "no-cache";

    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        // Pages are beside their read models; partials shared by all of them are in Ui.
        services.AddRazorPages().WithRazorPagesAtContentRoot();
        services.Configure<RazorViewEngineOptions>(razor => razor.PageViewLocationFormats.Add("/Ui/{0}" + RazorViewEngine.ViewExtension));
        services.AddAntiforgery(forms => forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        services.Configure<CookieTempDataProviderOptions>(said => said.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        services.AddRouting(options => options.ConstraintMap[SiteKeyPartConstraint.Name] = typeof(SiteKeyPartConstraint));
        return services;
    }

    /// <summary>Serves scripts, styles and images. Browsers keep an address with a file version for good.</summary>
    public static IApplicationBuilder UseClientFiles(this IApplicationBuilder app) => app.UseStaticFiles(new StaticFileOptions
    {
        OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = NamesItsVersion(file.Context.Request) ? ForGood : AskEachTime,
    });

    private static bool NamesItsVersion(HttpRequest request) =>
        request.Query.ContainsKey("v") || request.Path.StartsWithSegments("/dist/chunks") || request.Path.StartsWithSegments("/dist/assets");
}
