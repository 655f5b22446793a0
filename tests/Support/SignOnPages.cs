using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace CapacityBoard.Support;

/// <summary>The pages a sign-on provider shows, and how it sends the browser back.</summary>
internal static class SignOnPages
{
    /// <summary>A page with a button for a browser test to tap.</summary>
    public static ContentHttpResult Asking(SignOnPerson person, string query) => Page(
        "Sign in to Test Trust",
        $"""<form id="sign-in" method="post" action="/authorize{WebUtility.HtmlEncode(query)}"><button>Continue as {WebUtility.HtmlEncode(person.Name)}</button></form>""");

    public static ContentHttpResult Refused(string why) => Page("The request cannot be answered", $"<p>{WebUtility.HtmlEncode(why)}</p>", StatusCodes.Status400BadRequest);

    public static ContentHttpResult SignedOut() => Page("You are signed out", "");

    /// <summary>Sends the browser back to the program by a redirect or a form that submits itself.</summary>
    public static IResult Back(SignOnRequest request, IReadOnlyDictionary<string, string?> answer)
    {
        if (request.ResponseMode != "form_post")
        {
            return TypedResults.Redirect(QueryHelpers.AddQueryString(request.Redirect!.AbsoluteUri, answer));
        }

        var fields = answer.Where(field => field.Value is not null)
            .Select(field => $"""<input type="hidden" name="{field.Key}" value="{WebUtility.HtmlEncode(field.Value)}">""");
        return Page(
            "Signing in",
            $"""<form id="back" method="post" action="{WebUtility.HtmlEncode(request.Redirect!.AbsoluteUri)}">{string.Concat(fields)}<button>Continue</button></form>"""
            + "<script>document.forms[0].submit()</script>");
    }

    private static ContentHttpResult Page(string title, string body, int status = StatusCodes.Status200OK) => TypedResults.Content(
        $"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body><main><h1>{title}</h1>{body}</main></body></html>""",
        "text/html; charset=utf-8",
        statusCode: status);
}
