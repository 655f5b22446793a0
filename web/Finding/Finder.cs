using CapacityBoard.Access;
using CapacityBoard.Board;
using CapacityBoard.Postcodes;
using CapacityBoard.Reports.Facts;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Http.Extensions;

namespace CapacityBoard.Finding;

/// <summary>Finds people by reference, and sites and places by name or postcode, among what the caller may see. Nothing hints at the rest.</summary>
internal sealed class Finder(Boards boards, FactBook facts, KnownPostcodes postcodes, TimeProvider clock)
{
    private const int MostSites = 20;
    private const int ShortestWord = 2;

    /// <param name="text">What was typed, without spaces around it.</param>
    public Found Find(Caller caller, string text)
    {
        if (text.Length < ShortestWord)
        {
            return Found.Nothing;
        }

        var seen = boards.All.Where(board => caller.May(Permission.SeeCounts, Scope.Parse(board.Locality))).ToList();
        var sites = SitesOf(seen, text);
        var placeFrom = Places.SeenFrom(text, seen.SelectMany(board => board.Sites()), postcodes.Now);
        return new(
            [.. StaysOf(caller, text)],
            [.. sites.Take(MostSites).Select(site => Shown(caller, site))],
            Math.Max(0, sites.Count - MostSites),
            [.. seen.Select(board => placeFrom(board.Sites()) is { } place ? PlaceOn(board, place) : null).OfType<FoundPlace>()]);
    }

    /// <summary>Where the person is now first, then where they have left.</summary>
    private IEnumerable<FoundStay> StaysOf(Caller caller, string text)
    {
        if (StayReferences.Check(text, "q") is not null)
        {
            return [];
        }

        var sites = boards.All.SelectMany(board => board.Sites()).Where(site => site.Kind.RecordsStays() && site.Details is not null).ToList();
        return sites.Select(site => In(caller, site, text))
            .Concat(sites.Select(site => Left(caller, site, text)))
            .Concat(LeftLongAgo(caller, text))
            .OfType<FoundStay>()
            .DistinctBy(found => found.Site);
    }

    private static FoundStay? In(Caller caller, Site site, string text) =>
        site.Stays.Find(text) is { } stay && caller.MaySee(site.Key, stay.HomeLocality)
            ? Of(site.Key, stay.Reference, $"On {Labels.Of(site.Details!)}{(stay.Bed is { Length: > 0 } bed ? $", bed {bed}" : "")}")
            : null;

    private FoundStay? Left(Caller caller, Site site, string text) =>
        site.Stays.FindGone(text) is { } gone && caller.MaySee(site.Key, gone.Stay.HomeLocality)
            ? Of(site.Key, gone.Stay.Reference, Words(Labels.Of(site.Details!), gone.At, gone.Destination, gone.To is { } to ? boards.Find(to)?.Details?.Name : null))
            : null;

    /// <summary>Sites themselves remember for a week only who left.</summary>
    private IEnumerable<FoundStay> LeftLongAgo(Caller caller, string text) =>
        from history in facts.StaysNamed(text)
        let at = history.Current.Site
        where history.Left is not null && caller.MaySee(at, history.Home)
        orderby history.Left descending
        select Of(at, history.Reference, Words(boards.Find(at)?.Details is { } details ? Labels.Of(details) : Labels.OfPart(at.Name), history.Left!.Value, history.Destination, to: null));

    private string Words(string from, DateTimeOffset at, Destination destination, string? to) =>
        $"Left {from}, {QuickTimes.Of(at, clock.GetUtcNow())}: {StayWords.Of(destination)}{(to is null ? "" : $", {to}")}";

    private static FoundStay Of(SiteKey site, string reference, string where) => new(site, reference, where, Paths.OfStay(site, reference));

    /// <summary>Open sites that match every word, those whose name begins with the text first.</summary>
    private static List<Site> SitesOf(IEnumerable<LocalityBoard> seen, string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. seen.SelectMany(board => board.Sites())
                .Where(site => site is { Closed: null, Details: { } details } && words.All(word => Matches(details, word)))
                .OrderBy(site => !site.Details!.Name.StartsWith(text, StringComparison.OrdinalIgnoreCase))
                .ThenBy(site => site.Details!.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    private static bool Matches(SiteDetails details, string word) =>
        Has(details.Name, word) || Has(details.Hospital, word) || Has(details.Neighbourhood, word) || Has(details.Postcode, word);

    private static bool Has(string? text, string word) => text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;

    private static FoundSite Shown(Caller caller, Site site)
    {
        var (details, locality) = (site.Details!, site.Key.Locality);
        var about = new[] { Labels.Of(site.Kind), details.Hospital, details.Neighbourhood, details.Postcode, Labels.OfPart(locality) }.OfType<string>().Distinct();
        return new(details.Name, string.Join(", ", about), caller.MayOpen(site.Key, site.Kind) ? Paths.OfSite(site.Key) : $"/{locality}#{site.Key}");
    }

    private static FoundPlace PlaceOn(LocalityBoard board, Place place) => new(
        $"Beds in {Labels.OfPart(board.Locality)} by distance from {place.Name}",
        $"Distances are from {place.Words}",
        $"/{board.Locality}{new QueryBuilder { { "near", place.Name }, { "sort", "distance" } }}");
}
