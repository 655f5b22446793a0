using CapacityBoard.Access.Store;
using CapacityBoard.Cluster;
using CapacityBoard.Journal;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Ui;

/// <summary>What went wrong with a page, for the person who wanted it.</summary>
/// <param name="Status">The answer's HTTP status.</param>
/// <param name="MayBeSentAgain">True where the same form does no harm: nothing was recorded, or it would be found to be.</param>
public sealed record ErrorWords(int Status, string Title, string Message, bool MayBeSentAgain = false)
{
    /// <param name="wasSent">True for a form; false for a page that was to be read.</param>
    public static ErrorWords Of(int? status, Exception? exception, bool wasSent = true) => (status, exception) switch
    {
        // What a journal's failure says of itself is for whoever runs the server: it names files and databases.
        (_, JournalUnavailableException) => wasSent
            ? new(503, "It is not known to be saved", "The board cannot record anything at the moment. Try again in a few seconds.", MayBeSentAgain: true)
            : new(503, "This page cannot be shown", "The board cannot be read at the moment. Try again in a few seconds."),
        (_, GrainsUnavailableException unavailable) when !wasSent => new(
            503, "This page cannot be shown", $"The board cannot be read at the moment. {unavailable.Message}"),
        (_, GrainsUnavailableException unavailable) => new(503, "It is not known to be saved", unavailable.Message, MayBeSentAgain: true),
        (_, BadHttpRequestException bad) => Of(bad.StatusCode, null),
        (_, DbUpdateException failure) when AccessStore.IsOfTwoAtOnce(failure) => new(
            409, "Somebody else changed this at the same moment", "Look at the page again before you send it once more."),
        (_, not null) => new(
            500, "Something went wrong", "It may or may not have been saved: look at the page again before you send it once more."),
        (400, _) => new(
            400, "That could not be sent", "The page had been open for too long, or the form was not complete. Nothing was saved. Go back, load the page anew and try again."),
        (401, _) => new(401, "You are signed out", "Nothing was saved. Sign in, then go back and send it again."),
        (403, _) => new(403, "That is not yours to see or do", "Your roles do not allow it. Whoever administers your locality can give you the role for it."),
        (404, _) => new(404, "That is not on the board", "The address names no site, ward or locality that the board knows. Check it, or find the site on its board."),
        (410, _) => new(410, "This link works no more", "It was revoked, or it is not whole. Whoever administers your locality can make another."),
        (413, _) => new(413, "That is too long", "Nothing was saved. Go back and send less text."),
        (429, _) => new(429, "That was a lot at once", "Nothing was saved. Wait a minute and try again."),
        _ => new(status is >= 400 and <= 599 ? status.Value : 404, "That did not work", "Nothing was saved. Go back and try again."),
    };
}
