using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Stories;

/// <summary>Describes the events of one stay in words. It replays them to know what each one changed.</summary>
/// <param name="nameOf">A site's name for people.</param>
/// <param name="now">The time relative to which days are worded: "today", "Friday".</param>
internal sealed class StoryTeller(string reference, Func<SiteKey, string> nameOf, DateTimeOffset now)
{
    private readonly Dictionary<SiteKey, StayRegister> _registers = [];
    private readonly List<StoryLine> _lines = [];

    /// <param name="entries">Oldest first.</param>
    /// <returns>A line for each, newest first.</returns>
    public static IReadOnlyList<StoryLine> Tell(IEnumerable<JournalEntry> entries, string reference, Func<SiteKey, string> nameOf, DateTimeOffset now)
    {
        var teller = new StoryTeller(reference, nameOf, now);
        foreach (var entry in entries)
        {
            teller.Take(entry);
        }

        teller._lines.Reverse();
        return teller._lines;
    }

    private void Take(JournalEntry entry)
    {
        var register = _registers.GetValueOrDefault(entry.Site, StayRegister.Empty);
        var context = new StoryContext(register.Find(reference), nameOf(entry.Site), nameOf, now);
        MarkMistake(entry.Event);
        _lines.Add(new(entry, StoryLines.Of(entry.Event, context)));
        _registers[entry.Site] = register.Apply(entry.Event, new(entry.At, entry.By));
    }

    /// <summary>An event that was cancelled as a mistake stays in the story, marked.</summary>
    private void MarkMistake(SiteEvent happened)
    {
        var mistake = happened switch
        {
            AdmissionCancelled => typeof(StayAdmitted),
            DischargeCancelled => typeof(StayDischarged),
            MedicallyOptimisedCancelled => typeof(MedicallyOptimisedDeclared),
            _ => null,
        };
        var index = mistake is null ? -1 : _lines.FindLastIndex(line => line.Entry.Event.GetType() == mistake);
        if (index >= 0)
        {
            _lines[index] = _lines[index] with { IsMistake = true };
        }
    }
}
