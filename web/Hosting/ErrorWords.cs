using CapacityBoard.Access.Store;
using CapacityBoard.Cluster;
using CapacityBoard.Journal;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Hosting;

/// <summary>What went wrong with a page, for the person who wanted it.</summary>
/// <param name="Status">The response's HTTP status.</param>
/// <param name="MayBeSentAgain">
/// True if submitting the same form again is safe: nothing was recorded, or a repeat would be recognised.
/// </param>
public sealed record ErrorWords(int Status, string Title, string Message, bool MayBeSentAgain = false)
{
    /// <param name="wasSent">True for a submitted form; false for a page request.</param>
    public static ErrorWords Of(int? status, Exception? exception, bool wasSent = true) => (status, exception) switch
    {
        // A journal exception's own message names files and databases and is for operators.
        (_, JournalUnavailableException) => wasSent
            ? new(503, "Your change may not be saved", "The board cannot save changes at the moment. Try again in a few seconds.", MayBeSentAgain: true)
            : new(503, "This page cannot be shown", "The board is not available at the moment. Try again in a few seconds."),
        (_, GrainsUnavailableException unavailable) when !wasSent => new(
            503, "This page cannot be shown", $"The board is not available at the moment. {unavailable.Message}"),
        (_, GrainsUnavailableException unavailable) => new(503, "Your change may not be saved", unavailable.Message, MayBeSentAgain: true),
        (_, BadHttpRequestException bad) => Of(bad.StatusCode, null),
        (_, DbUpdateException failure) when AccessStore.IsOfTwoAtOnce(failure) => new(
            409, "Someone else changed this at the same time", "Check the page again before you resend your change."),
        (_, not null) => new(
            500, "Something went wrong", "Your change may not be saved. Check the page again before you resend it."),
        (400, _) => new(
            400, "Your form could not be sent", "The page was open for too long, or the form was not complete. Nothing was saved. Go back, reload the page and try again."),
        (401, _) => new(401, "You are signed out", "Nothing was saved. Sign in, then go back and send it again."),
        (403, _) => new(403, "You do not have permission", "Your roles do not allow this. A locality’s administrator can give you a role that does. Administrators do not see patients unless they have such a role too."),
        (404, _) => new(404, "Page not found", "There is no page, site or person at this address. A reference may be mistyped, or the person was never on that ward. Search for them, or find the site on its board."),
        (410, _) => new(410, "This link no longer works", "It was revoked or is incomplete. Ask your locality’s administrator for a new one."),
        (413, _) => new(413, "Your text is too long", "Nothing was saved. Go back and send less text."),
        (429, _) => new(429, "Too many requests", "Nothing was saved. Wait a minute and try again."),
        _ => new(status is >= 400 and <= 599 ? status.Value : 404, "Something went wrong", "Nothing was saved. Go back and try again."),
    };
}
