using System.Collections.Concurrent;
using CapacityBoard.Sites;
using CapacityBoard.Ui;

namespace CapacityBoard.Reports.Facts;

/// <summary>An immutable view of what is known of a locality.</summary>
internal sealed class KnownFacts(
    string locality,
    StayHistory[] stays,
    StayHistory[] elsewhere,
    LineHistory[] lines,
    HoldHistory[] holds,
    DeclarationHistory[] declarations,
    EnquiryHistory[] enquiries,
    ConcurrentDictionary<string, string> names)
{
    public string Locality => locality;

    /// <summary>Everyone who is or was in the locality's hospitals and units, wherever they live.</summary>
    public IReadOnlyList<StayHistory> Here => stays;

    /// <summary>The locality's own people in other localities' hospitals and units.</summary>
    public IReadOnlyList<StayHistory> Elsewhere => elsewhere;

    public IReadOnlyList<LineHistory> Lines => lines;

    public IReadOnlyList<HoldHistory> Holds => holds;

    public IReadOnlyList<DeclarationHistory> Declarations => declarations;

    /// <summary>What the locality's places were asked.</summary>
    public IReadOnlyList<EnquiryHistory> Enquiries => enquiries;

    /// <summary>
    /// The locality's hospitals and units that had people in them, and those elsewhere that had its own people.
    /// </summary>
    public IReadOnlyList<string> Places => [.. Here.Concat(elsewhere).SelectMany(stay => stay.Wards).Select(ward => ward.Place).Distinct().OrderBy(PlaceOrder).ThenBy(NameOf, StringComparer.Ordinal)];

    /// <summary>A hospital's or site's name, with its locality if that is another one.</summary>
    public string NameOf(string key)
    {
        var (of, own) = (key[..key.IndexOf('/', StringComparison.Ordinal)], key[(key.LastIndexOf('/') + 1)..]);
        var name = names.GetValueOrDefault(key) ?? Labels.OfPart(own);
        return of == locality ? name : $"{name}, {Labels.OfPart(of)}";
    }

    public string NameOf(SiteKey site) => NameOf(site.Value);

    private bool PlaceOrder(string place) => !place.StartsWith($"{locality}/", StringComparison.Ordinal);
}
