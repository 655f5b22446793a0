using System.Text.RegularExpressions;
using CapacityBoard.Postcodes;
using CapacityBoard.Sites;

namespace CapacityBoard.Board;

/// <summary>
/// Finds places. A postcode is where the postcode directory has it, or else where a site with that postcode is, or else the
/// directory's sector or district, or else the centre of its district's sites. A name is the centre
/// of the sites, in any locality, in that neighbourhood or with that name in their address.
/// </summary>
internal static partial class Places
{
    /// <param name="here">The sites of the locality concerned; if several places have the name, the one here is meant.</param>
    /// <param name="everywhere">The sites of all localities.</param>
    /// <param name="postcodes">Null if no directory is imported.</param>
    public static Place? Find(string text, IEnumerable<Site> here, IEnumerable<Site> everywhere, PostcodeDirectory? postcodes) =>
        SeenFrom(text, everywhere, postcodes)(here);

    /// <summary>The same for many localities: what does not depend on the locality is found once, when it is first needed.</summary>
    /// <returns>Finds the place as the sites of a locality have it.</returns>
    public static Func<IEnumerable<Site>, Place?> SeenFrom(string text, IEnumerable<Site> everywhere, PostcodeDirectory? postcodes)
    {
        var bySites = BySites(text.Trim(), everywhere);
        return postcodes?.Find(text) is { } found
            ? here => found.Part != PostcodePart.Postcode && bySites(here) is { IsExact: true } site ? site : Place.Of(found)
            : bySites;
    }

    private static Func<IEnumerable<Site>, Place?> BySites(string text, IEnumerable<Site> everywhere)
    {
        if (Postcode().Match(text.ToUpperInvariant()) is { Success: true } match)
        {
            var place = new Lazy<Place?>(() => FindPostcode(match.Groups["district"].Value, match.Groups["rest"].Value, Placed(everywhere)));
            return _ => place.Value;
        }

        var elsewhere = new Lazy<Place?>(() => FindName(text, Placed(everywhere)));
        return here => FindName(text, Placed(here)) ?? elsewhere.Value;
    }

    private static List<SiteDetails> Placed(IEnumerable<Site> sites) =>
        [.. sites.Where(site => site.Closed is null).Select(site => site.Details).OfType<SiteDetails>().Where(details => details.Position is not null)];

    private static Place? FindPostcode(string district, string rest, List<SiteDetails> placed)
    {
        var postcode = rest.Length == 0 ? district : $"{district} {rest}";
        var exact = rest.Length == 0 ? [] : placed.Where(details => details.Postcode == postcode).ToList();
        return Middle(postcode, exact, isExact: true)
            ?? Middle(district, placed.Where(details => details.Postcode?.StartsWith(district + " ", StringComparison.Ordinal) ?? false), isExact: false);
    }

    private static Place? FindName(string name, List<SiteDetails> placed) =>
        Middle(name, placed.Where(details => IsSame(details.Neighbourhood, name)), isExact: false)
        ?? Middle(name, placed.Where(details => details.Address?.Split(',').Any(part => IsSame(part.Trim(), name)) ?? false), isExact: false);

    private static Place? Middle(string name, IEnumerable<SiteDetails> sites, bool isExact)
    {
        var positions = sites.Select(details => details.Position!).ToList();
        return positions.Count == 0
            ? null
            : new(name, new(positions.Average(each => each.Latitude), positions.Average(each => each.Longitude)), positions.Count, isExact);
    }

    private static bool IsSame(string? left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("^(?<district>[A-Z]{1,2}[0-9][A-Z0-9]?) *(?<rest>([0-9][A-Z]{2})?)$")]
    private static partial Regex Postcode();
}
