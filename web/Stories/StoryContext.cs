using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Stories;

/// <summary>What an event is told by.</summary>
/// <param name="Before">The stay before the event; null where the person was not there.</param>
/// <param name="Here">The name of the site at which it happened.</param>
internal sealed record StoryContext(Stay? Before, string Here, Func<SiteKey, string> NameOf, DateTimeOffset Now)
{
    public string Day(DateOnly day) => QuickTimes.InSentence(day, LocalDay.Of(Now));

    public string Time(DateTimeOffset at) => QuickTimes.Of(at, Now);

    /// <summary>The sentence's end: a colon and the words that somebody wrote, or a full stop where there are none.</summary>
    public static string Because(string? words) => string.IsNullOrWhiteSpace(words) ? "." : $": {words}";
}
