using CapacityBoard.Access;
using CapacityBoard.Board;
using CapacityBoard.Journal;
using CapacityBoard.Postcodes;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Http.Extensions;

namespace CapacityBoard.Finding;

/// <summary>Finds people by reference, and sites and places by name or postcode, among what the caller may see. Nothing hints at the rest.</summary>
internal sealed class Finder(Boards boards, FormerStays former, KnownPostcodes postcodes, TimeProvider clock)
{
    private const int MostSites = 20;
    private const int MostPlaces = 5;
    private const int ShortestWord = 2;

    /// <param name="text">What was typed, without spaces around it.</param>
    /// <exception cref="JournalUnavailableException">The journal cannot be read now.</exception>
    public async Task<Found> Find(Caller caller, string text, CancellationToken token)
    {
        if (text.Length < ShortestWord)
        {
            return Found.Nothing;
        }

        var seen = boards.All.Where(board => caller.May(Permission.SeeCounts, Scope.Parse(board.Locality))).ToList();
        var sites = SitesOf(seen, text);
        var places = PlacesOf(seen, text);
        return new(
            await StaysOf(caller, text, token),
            [.. First(sites, text).Select(site => Shown(caller, site))],
            Math.Max(0, sites.Count - MostSites),
            [.. places.Take(MostPlaces)],
            Math.Max(0, places.Count - MostPlaces));
    }

    /// <summary>Where the person is now first, then where they have left.</summary>
    private async Task<IReadOnlyList<FoundStay>> StaysOf(Caller caller, string text, CancellationToken token)
    {
        if (StayReferences.Check(text, "q") is not null)
        {
            return [];
        }

        var sites = boards.All.SelectMany(board => board.Sites()).Where(site => site.Kind.RecordsStays() && site.Details is not null).ToList();
        return
        [
            .. sites.Select(site => In(caller, site, text))
                .Concat(sites.Select(site => Left(caller, site, text)))
                .Concat((await former.Named(text, token)).Select(stay => LeftLongAgo(caller, stay)))
                .OfType<FoundStay>()
                .DistinctBy(found => found.Site),
        ];
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
    private FoundStay? LeftLongAgo(Caller caller, FormerStay stay) => caller.MaySee(stay.Site, stay.Home)
        ? Of(stay.Site, stay.Reference, Words(
            boards.Find(stay.Site)?.Details is { } details ? Labels.Of(details) : Labels.OfPart(stay.Site.Name), stay.Discharged.At, stay.Discharged.Destination, to: null))
        : null;

    private string Words(string from, DateTimeOffset at, Destination destination, string? to) =>
        $"Left {from}, {QuickTimes.Of(at, clock.GetUtcNow())}: {StayWords.Of(destination)}{(to is null ? "" : $", {to}")}";

    private static FoundStay Of(SiteKey site, string reference, string where) => new(site, reference, where, Paths.OfStay(site, reference));

    /// <summary>Open sites that match every word.</summary>
    private static List<Site> SitesOf(IEnumerable<LocalityBoard> seen, string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. seen.SelectMany(board => board.Sites())
                .Where(site => site is { Closed: null, Details: { } details } && Array.TrueForAll(words, word => Matches(details, word))),
        ];
    }

    /// <summary>Those whose name begins with the text first.</summary>
    private static IEnumerable<Site> First(List<Site> sites, string text) => sites
        .OrderBy(site => !site.Details!.Name.StartsWith(text, StringComparison.OrdinalIgnoreCase))
        .ThenBy(site => site.Details!.Name, StringComparer.OrdinalIgnoreCase)
        .Take(MostSites);

    private static bool Matches(SiteDetails details, string word) =>
        Has(details.Name, word) || Has(details.Hospital, word) || Has(details.Neighbourhood, word) || Has(details.Postcode, word);

    private static bool Has(string? text, string word) => text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;

    private static FoundSite Shown(Caller caller, Site site)
    {
        var (details, locality) = (site.Details!, site.Key.Locality);
        var about = new[] { Labels.Of(site.Kind), details.Hospital, details.Neighbourhood, details.Postcode, Labels.OfPart(locality) }.OfType<string>().Distinct();
        return new(details.Name, string.Join(", ", about), caller.MayOpen(site.Key, site.Kind) ? Paths.OfSite(site.Key) : $"/{locality}#{site.Key}");
    }

    /// <summary>The place as each locality has it, in the nearest locality first.</summary>
    private List<FoundPlace> PlacesOf(List<LocalityBoard> seen, string text)
    {
        var placeFrom = Places.SeenFrom(text, seen.SelectMany(board => board.Sites()), postcodes.Now);
        return
        [
            .. seen.Select(board => (Board: board, Place: placeFrom(board.Sites())))
                .Where(each => each.Place is not null)
                .OrderBy(each => each.Board.Extent?.KilometresFrom(each.Place!.Position) ?? double.MaxValue)
                .Select(each => PlaceOn(each.Board, each.Place!)),
        ];
    }

    private static FoundPlace PlaceOn(LocalityBoard board, Place place) => new(
        $"Beds in {Labels.OfPart(board.Locality)} by distance from {place.Name}",
        $"Distances are from {place.Words}",
        $"/{board.Locality}{new QueryBuilder { { "near", place.Name }, { "sort", "distance" } }}");
}
