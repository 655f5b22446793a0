using System.Security.Cryptography;
using System.Text;
using CapacityBoard.Access;
using CapacityBoard.Board;
using Microsoft.AspNetCore.WebUtilities;

namespace CapacityBoard.Work;

/// <summary>What waits for the caller of one request: derived once for all parts of its page, when the first of them is written.</summary>
internal sealed class Waiting(MyWork work, Boards boards)
{
    private const int MarkLength = 6;

    /// <summary>A page calls the hub for each.</summary>
    private const int MostOwnBoards = 10;

    /// <summary>A page with problems says so first.</summary>
    private const string Problem = "Error: ";

    private IReadOnlyList<Matter>? _matters;

    /// <summary>Empty for nobody and for whoever is never waited for.</summary>
    public IReadOnlyList<Matter> Of(Caller? caller) => _matters ??= caller is not null && MyWork.IsFor(caller) ? work.Of(caller) : [];

    /// <summary>A page's title, which begins with how much waits.</summary>
    public string Title(Caller? caller, string title) =>
        Of(caller).Count is var count and > 0 && !title.StartsWith(Problem, StringComparison.Ordinal) ? $"({count}) {title}" : title;

    /// <summary>By these a page tells which matters are new.</summary>
    public string Marks(Caller caller) => string.Join(' ', Of(caller).Select(MarkOf));

    /// <summary>The boards of the caller's own localities and their versions, which a live page follows although it shows another.</summary>
    public string OwnBoards(Caller caller) => string.Join(' ', caller.Grants.Select(grant => grant.Scope.Locality?.Value).OfType<string>().Distinct()
        .Select(boards.Find).OfType<LocalityBoard>().Take(MostOwnBoards).Select(board => $"{board.Locality}:{board.Version}"));

    /// <summary>Short, and the same for a matter at every look.</summary>
    public static string MarkOf(Matter matter) => WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.UTF8.GetBytes(matter.Id)), 0, MarkLength);
}
