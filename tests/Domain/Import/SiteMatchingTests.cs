using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Import;

public sealed class SiteMatchingTests
{
    [Fact]
    public void GivenEmptyBoard_WhenMatched_ThenKeysComeFromNames_AndOnCollisionFromPostcodesToo() =>
        KeysOf(Match([], Home("The Beeches", "SK1 1AA"), Home("The Beeches", "SK2 2BB"), Home("The Beeches!", "SK2 2BB", "1-9")))
            .ShouldBe(["stockport/the-beeches", "stockport/the-beeches-sk2-2bb", "stockport/the-beeches-sk2-2bb-2"]);

    [Fact]
    public void GivenLongName_WhenItCollides_ThenTheKeyIsStillOne()
    {
        var name = new string('a', 80);

        KeysOf(Match([], Home(name, "SK1 1AA"), Home(name, "SK2 2BB")))[1].ShouldBe($"stockport/{new string('a', 52)}-sk2-2bb");
    }

    [Fact]
    public void GivenSiteWithTheReference_WhenItsNameHasChanged_ThenItKeepsItsKey()
    {
        var match = Match([OnBoard("old-name", Details("Old Name", "SK1 1AA", "1-1"))], Home("New Name", "SK9 9ZZ", "1-1")).ShouldHaveSingleItem();

        (match.Site.Value, match.IsNew).ShouldBe(("stockport/old-name", false));
    }

    [Fact]
    public void GivenSiteWithTheNameAndPostcode_WhenWrittenOtherwise_ThenItKeepsItsKey() =>
        KeysOf(Match([OnBoard("given-by-hand", Details("St. Ann’s", "SK1 1AA"))], Home("St Anns", "SK1 1AA", "1-1"))).ShouldBe(["stockport/given-by-hand"]);

    [Fact]
    public void GivenTwoHomesOfOneNameAndPostcode_WhenOneHasItsReferenceOnTheBoard_ThenTheOtherGetsItsOwnSite() =>
        KeysOf(Match([OnBoard("twin", Details("Twin", "SK1 1AA", "1-2"))], Home("Twin", "SK1 1AA", "1-1"), Home("Twin", "SK1 1AA", "1-2")))
            .ShouldBe(["stockport/twin-sk1-1aa", "stockport/twin"]);

    [Fact]
    public void GivenIntermediateCareUnitOfTheName_WhenMatched_ThenItStaysOne()
    {
        var match = Match([OnBoard("marl-house", Details("Marl House", "SK1 1AA") with { Kind = SiteKind.IntermediateCareUnit })], Home("Marl House", "SK1 1AA"))
            .ShouldHaveSingleItem();

        (match.Kind, match.IsNew).ShouldBe((SiteKind.IntermediateCareUnit, false));
    }

    [Fact]
    public void GivenHomeCareAgencyOfTheName_WhenACareHomeComes_ThenItGetsAnotherKey() =>
        KeysOf(Match([OnBoard("marl-house", Details("Marl House", "SK1 1AA") with { Kind = SiteKind.HomeCareProvider })], Home("Marl House", "SK1 1AA")))
            .ShouldBe(["stockport/marl-house-sk1-1aa"]);

    [Fact]
    public void GivenClosedSiteAndOpenOneOfTheName_WhenMatched_ThenItIsTheOpenOne()
    {
        var closed = OnBoard("a-closed", Details("Marl House", "SK1 1AA", "1-1")) with { Closed = new("Home sold", new(default, "Commissioners")) };

        KeysOf(Match([closed, OnBoard("open", Details("Marl House", "SK1 1AA", "1-1"))], Home("Marl House", "SK1 1AA", "1-1"))).ShouldBe(["stockport/open"]);
        KeysOf(Match([closed], Home("Marl House", "SK1 1AA", "1-1"))).ShouldBe(["stockport/a-closed"]);
    }

    private static ImmutableArray<MatchedHome> Match(Site[] onBoard, params CheckedRow[] homes) => SiteMatching.Match("stockport", onBoard, homes);

    private static string[] KeysOf(ImmutableArray<MatchedHome> matches) => [.. matches.Select(match => match.Site.Value)];

    private static SiteDetails Details(string name, string postcode, string? reference = null) =>
        new(SiteKind.CareHome, name, reference, Postcode: postcode);

    private static CheckedRow Home(string name, string postcode, string? reference = null) => new(2, Details(name, postcode, reference), false, []);

    private static Site OnBoard(string key, SiteDetails details) =>
        Site.Empty(details.Kind, SiteKey.Of("stockport", key)) with { Details = details, Version = 1 };
}
