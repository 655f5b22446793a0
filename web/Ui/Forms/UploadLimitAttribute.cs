using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CapacityBoard.Ui.Forms;

/// <summary>
/// Limits a page's upload. A request that declares a larger size is redirected to the page, which states the limit, before any of
/// it is read; one that only turns out to be larger fails like any oversized request.
/// </summary>
/// <param name="largestFile">In bytes.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class UploadLimitAttribute(long largestFile) : Attribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>The page's query parameter when a file was too large.</summary>
    public const string TooLarge = "tooLarge";

    /// <summary>Allows for the form's fields and separators around the file.</summary>
    private const long AroundTheFile = 64 * 1024;

    public long MostBytes { get; } = largestFile + AroundTheFile;

    /// <summary>Runs before the anti-forgery check, which would read the form.</summary>
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
