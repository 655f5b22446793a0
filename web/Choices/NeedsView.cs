using CapacityBoard.Sites;
using CapacityBoard.Ui;

namespace CapacityBoard.Choices;

/// <summary>The person's needs, as the head of their choice list words them.</summary>
internal static class NeedsView
{
    public static IEnumerable<(string Name, string Words)> Of(ChoiceList list)
    {
        var needs = list.Needs;
        yield return (needs.Types.Length == 1 ? "Beds" : "Beds, best first", string.Join(", ", needs.Types.Select(Labels.Of)));
        yield return ("Care", (needs.Nursing, needs.Dementia) switch
        {
            (true, true) => "Nursing and dementia care",
            (true, false) => "Nursing",
            (false, true) => "Dementia care",
            _ => "No nursing or dementia care",
        });
        yield return ("Mobility", StayWords.Of(needs.Mobility).AsSentence());
        yield return ("Funding", StayWords.Of(needs.Funding).AsSentence());
        if (!needs.Wished.IsEmpty)
        {
            yield return ("Preferred homes", string.Join(", ", needs.Wished.Select(wished => NameOf(wished, list))));
        }

        if (needs.Near is { } near)
        {
            yield return ("Near", needs.WithinKilometres is { } most ? $"{near}, within {Miles.Limit(most)}" : near);
        }

        if (needs.Note is { } note)
        {
            yield return ("Note", note);
        }
    }

    private static string NameOf(SiteKey site, ChoiceList list) => list.Listed().FirstOrDefault(each => each.Site == site)?.Details.Name
        ?? list.Excluded.FirstOrDefault(each => each.Site == site)?.Details.Name
        ?? Labels.OfPart(site.Name);
}
