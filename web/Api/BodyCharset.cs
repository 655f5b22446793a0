using System.Text;
using Microsoft.Net.Http.Headers;

namespace CapacityBoard.Api;

/// <summary>
/// Refuses a body in an unknown charset and removes quotes from a known one, since the framework's body reader would treat either
/// as a bug.
/// </summary>
internal static class BodyCharset
{
    public static Task Check(HttpContext http, RequestDelegate next)
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || type.Charset.Length == 0)
        {
            return next(http);
        }

        type.Charset = HeaderUtilities.RemoveQuotes(type.Charset);
        http.Request.ContentType = type.ToString();
        return IsKnown(type.Charset.ToString()) ? next(http) : TypedResults.Problem(Problems.Of(
            StatusCodes.Status415UnsupportedMediaType, "wrong-content-type", "The body's charset is not supported. Send UTF-8, with charset=utf-8 or none.")).ExecuteAsync(http);
    }

    private static bool IsKnown(string charset)
    {
        try
        {
            return Encoding.GetEncoding(charset) is not null;
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
