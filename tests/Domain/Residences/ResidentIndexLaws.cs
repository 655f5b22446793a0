using CapacityBoard.Board;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CapacityBoard.Residences;

/// <summary>A place sees the people whose usual residence it is, wherever they are, and nobody else.</summary>
public sealed class ResidentIndexLaws
{
    private static readonly SiteKey[] Wards =
    [
        SiteKey.OfWard("stockport", "stepping-hill-hospital", "a1"), SiteKey.OfWard("stockport", "stepping-hill-hospital", "b1"), SiteKey.OfWard("manchester", "wythenshawe", "f1"),
    ];

    private static readonly SiteKey[] Places = [SiteKey.Of("stockport", "fernlea"), SiteKey.Of("stockport", "the-limes"), SiteKey.Of("manchester", "the-oaks")];

    private static readonly Arbitrary<SiteActs[]> OfThreeWards = Arb.From(Gen.ArrayOf(SiteActs.Any.Generator.Select(acts => acts with { Kind = SiteKind.Ward }), Wards.Length));

    [Fact]
    public void GivenAnyHistoriesOfWards_ThenEachPlaceSeesExactlyItsOwnPeople() => Law.HoldsForAll(OfThreeWards, histories =>
    {
        var (index, now) = (new ResidentIndex(), new Dictionary<SiteKey, Site>());
        foreach (var (key, site) in Interleaved(histories))
        {
            index.Take(now.GetValueOrDefault(key), site);
            now[key] = site;
            foreach (var place in Places)
            {
                var seen = PersonsResidence.From(Site.Empty(SiteKind.CareHome, place), index, now.GetValueOrDefault);
                seen.ShouldAllBe(each => each.Key == place);
                seen.Select(NameOf).Order().ShouldBe(now.Values
                    .SelectMany(ward => ward.Stays.All.Where(stay => stay.UsualResidence is { } residence && residence.Place == place).Select(stay => NameOf(new(ward.Key, stay, null))))
                    .Distinct().Order());
            }
        }
    });

    /// <summary>References belong to one hospital: the same on two of its wards is one person, who is moving.</summary>
    private static string NameOf(PersonsResidence each) => $"{each.At.HospitalKey} {StayReferences.Key(each.Stay.Reference)}";

    private static IEnumerable<(SiteKey Ward, Site Site)> Interleaved(SiteActs[] histories)
    {
        var turns = histories.Select(history => history.Run()).ToList();
        for (var turn = 0; turn < turns.Max(each => each.Count); turn++)
        {
            for (var ward = 0; ward < turns.Count; ward++)
            {
                if (turn < turns[ward].Count)
                {
                    yield return (Wards[ward], turns[ward][turn].Site with { Key = Wards[ward] });
                }
            }
        }
    }
}
