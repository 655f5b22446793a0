using CapacityBoard.Board;
using CapacityBoard.Sites;
using CapacityBoard.Ui;

namespace CapacityBoard.Feeds;

/// <summary>A hospital with its wards on the board.</summary>
/// <param name="Key"><c>stockport/stepping-hill</c>.</param>
internal sealed record HospitalWards(string Key, string Name, IReadOnlyList<Site> Wards)
{
    public string Locality => Key.Split('/')[0];

    /// <summary>The hospital's part of its wards' keys.</summary>
    public string Part => Key.Split('/')[1];

    public Site? Ward(SiteKey? key) => Wards.FirstOrDefault(ward => ward.Key == key);

    public string NameOf(SiteKey? ward) => Ward(ward)?.Details?.Name ?? (ward is null ? "not on this board" : Labels.OfPart(ward.Name));
}

internal static class Hospitals
{
    /// <summary>Every hospital that has wards, in the order of their keys.</summary>
    public static IReadOnlyList<HospitalWards> All(Boards boards) =>
    [
        .. boards.All.SelectMany(board => board.Sites())
            .Where(site => site is { Kind: SiteKind.Ward, Closed: null, Details: not null })
            .GroupBy(site => site.Key.HospitalKey!)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new HospitalWards(
                group.Key,
                group.Select(site => site.Details!.Hospital).FirstOrDefault(name => name is not null) ?? Labels.OfPart(group.Key.Split('/')[1]),
                [.. group.OrderBy(site => site.Details!.Name, NaturalOrder.Comparer)])),
    ];

    public static HospitalWards? Find(Boards boards, string key) => All(boards).FirstOrDefault(hospital => hospital.Key == key);
}
