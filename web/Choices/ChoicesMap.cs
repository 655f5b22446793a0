using CapacityBoard.Map;
using CapacityBoard.Policies;
using CapacityBoard.Ui;

namespace CapacityBoard.Choices;

/// <summary>The map of a choice list: its places by the numbers that they have in the list.</summary>
internal static class ChoicesMap
{
    /// <param name="pathOf">The address of a place's own page; null if the reader may not open it.</param>
    public static MapView Of(ChoiceList list, Func<ListedSite, string?> pathOf)
    {
        var listed = list.Listed().Select((site, index) => (Site: site, Number: index + 1)).ToList();
        var placed = listed.Where(each => each.Site.Details.Position is not null).Select(each => PlaceOf(each.Site, each.Number, list.At, pathOf(each.Site))).ToList();
        return new(Labels.OfPart(list.From.Locality), list.Near is { } near ? new(near.Name, near.Position) : null, placed, listed.Count - placed.Count);
    }

    private static MapPlace PlaceOf(ListedSite site, int number, DateTimeOffset at, string? path) => new(
        ChoicesModel.EntryId(site.Site),
        site.Details.Name,
        path,
        site.Details.Position!,
        site.Details.Neighbourhood,
        number,
        site.Beds.Sum(beds => beds.Free),
        site.Beds.Sum(beds => beds.Expected.Length),
        AboutOf(site),
        [.. site.Beds.Select(beds => $"{beds.Free} {ListedWords.AfterFree(beds, at)}")],
        FreshnessWords.Of(site.Freshness),
        $"nhsuk-tag--{FreshnessWords.Tag(site.Freshness)}",
        $"Last updated {Age.Of(site.Declared.At, at)}{(site.Declared.By.Length > 0 ? $" by {site.Declared.By}" : "")}");

    private static string AboutOf(ListedSite site) =>
        site.Kilometres is { } kilometres ? $"{ListedWords.About(site)} · {Miles.Words(kilometres)} away" : ListedWords.About(site);
}
