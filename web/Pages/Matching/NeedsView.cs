using System.Globalization;
using CapacityBoard.Board;
using CapacityBoard.Matching;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Pages.Matching;

/// <summary>What the person needs, as the head of their choice list says it.</summary>
internal static class NeedsView
{
    public static IEnumerable<(string Name, string Words)> Of(ChoiceList list)
    {
        var needs = list.Needs;
        yield return (needs.Types.Length == 1 ? "Kind of bed" : "Kinds of bed, the best first", string.Join(", ", needs.Types.Select(Labels.Of)));
        yield return ("Care", (needs.Nursing, needs.Dementia) switch
        {
            (true, true) => "Nursing, and care for dementia",
            (true, false) => "Nursing",
            (false, true) => "Care for dementia",
            _ => "Neither nursing nor care for dementia",
        });
        yield return ("Moves", Of(needs.Mobility));
        yield return ("Who pays", Of(needs.Funding));
        if (!needs.Wished.IsEmpty)
        {
            yield return ("Wished for", string.Join(", ", needs.Wished.Select(wished => NameOf(wished, list))));
        }

        if (needs.Near is { } near)
        {
            yield return ("Near", needs.WithinKilometres is { } most ? string.Create(CultureInfo.InvariantCulture, $"{near}, at most {most:0.#} km") : near);
        }

        if (needs.Note is { } note)
        {
            yield return ("Note", note);
        }
    }

    private static string NameOf(SiteKey site, ChoiceList list) => list.Listed().FirstOrDefault(each => each.Site == site)?.Details.Name
        ?? list.Excluded.FirstOrDefault(each => each.Site == site)?.Details.Name
        ?? Labels.OfPart(site.Name);

    private static string Of(Mobility mobility) => mobility switch
    {
        Mobility.Independent => "Walks alone",
        Mobility.HelpOfOne => "Help of one person",
        Mobility.HelpOfTwo => "Help of two people",
        Mobility.Hoist => "Hoist",
        Mobility.InBed => "Cared for in bed",
        _ => "Not known",
    };

    private static string Of(Funding funding) => funding switch
    {
        Funding.SelfFunding => "Pays themselves",
        Funding.LocalAuthority => "Local authority pays",
        Funding.ContinuingHealthcare => "NHS continuing healthcare",
        Funding.NhsDischarge => "NHS discharge funding",
        Funding.Undecided => "Not decided yet",
        _ => "Not known",
    };
}
