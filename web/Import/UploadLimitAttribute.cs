using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CapacityBoard.Import;

/// <summary>
/// Limits a page's upload. A request that says it is larger is sent back to the page, which tells how large a file may be,
/// before anything of it is read; one that only turns out larger ends as any that is too large.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class UploadLimitAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>In the page's query, where a file was too large.</summary>
    public const string TooLarge = "tooLarge";

    /// <summary>Fields and separators come with the file.</summary>
    private const long MostBytes = ImportLimits.LargestFile + 64 * 1024;

    /// <summary>Before the forgery token is looked for, for which the form is read.</summary>
    public int Order => 800;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (context.HttpContext.Request.ContentLength > MostBytes)
        {
            context.Result = new LocalRedirectResult($"~{context.HttpContext.Request.Path}?{TooLarge}=true");
        }
        else if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MostBytes;
        }
    }
}
