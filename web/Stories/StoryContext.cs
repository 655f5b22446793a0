using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Stories;

/// <summary>What is needed to describe an event.</summary>
/// <param name="Before">The stay before the event; null if the person was not there.</param>
/// <param name="Here">The name of the site where it happened.</param>
internal sealed record StoryContext(Stay? Before, string Here, Func<SiteKey, string> NameOf, DateTimeOffset Now)
{
    public string Day(DateOnly day) => QuickTimes.InSentence(day, LocalDay.Of(Now));

    public string Time(DateTimeOffset at) => QuickTimes.Of(at, Now);

    /// <summary>The end of a sentence: a colon and what somebody wrote, or a full stop if they wrote nothing.</summary>
    public static string Because(string? words) => string.IsNullOrWhiteSpace(words) ? "." : $": {words}";
}
