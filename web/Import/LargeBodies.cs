using Microsoft.AspNetCore.Http.Features;

namespace CapacityBoard.Import;

/// <summary>Lets whoever sends too much still read why it is refused.</summary>
internal static class LargeBodies
{
    /// <summary>
    /// True where a request says that its body is larger. The limit is then lifted: many clients show an answer only once they
    /// could send everything, so the server has to read the rest to nowhere, which it does for a few seconds.
    /// </summary>
    public static bool IsSaidToBeLargerThan(this HttpContext http, long most)
    {
        if (http.Request.ContentLength is not { } length || length <= most)
        {
            return false;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }

        return true;
    }
}
