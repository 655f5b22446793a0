using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;

namespace CapacityBoard.Ui;

/// <summary>Adds the pages.</summary>
public static class PagesSetup
{
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
}
