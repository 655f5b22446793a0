using System.Text.Encodings.Web;
using System.Text.Json;
using CapacityBoard.Beds;
using CapacityBoard.Journal;
using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using MessagePack;

namespace CapacityBoard.Board;

public sealed class BoardUpdateFormatterTests
{
    private static readonly DateTimeOffset Now = GivenRow.Now;

    private static readonly JsonSerializerOptions QuotesOnly = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly BoardRow Limes = GivenRow.Home(
        "The Limes",
        GivenRow.Line(BedType.GeneralNursing, available: 2, expected: 1) with { ClosedBecause = "Leak", Suspended = new("Outbreak", Now.AddHours(5), new(Now, "The council")) })
    with
    { FiguresRequested = new(Now.AddMinutes(-30), "Ama Osei") };

    /// <summary>What pages loaded before an upgrade read, by position: append to it, never change it.</summary>
    [Fact]
    public void GivenWholeBoard_ThenItStandsAsPagesReadIt() => JsonOf(GivenRow.BoardOf(Limes)).ShouldBe("""
        ["stockport",0,1,1772442000000,
        [["the-limes",["care-home","The Limes",null,"Bramhall","SK7 1AA",null,null,null,"good"],0,[1772438400000,"The manager"],null,
        [[2,20,18,0,0,2,1,0,0,0,"Leak",["Outbreak",1772460000000]]],null,null,null,[1772440200000,"Ama Osei"]]],
        [[2,20,18,0,0,2,0,1,0,0,0,0,0]],[],"[]",1,
        """.ReplaceLineEndings("") + JsonOf(LocalityPolicy.Default) + ",null," + JsonOf(new Dictionary<string, IEnumerable<string>> { ["types"] = Enum.GetValues<BedType>().Select(Codes.Of), ["freshnesses"] = Enum.GetValues<Freshness>().Select(Codes.Of) }) + "]");

    [Fact]
    public void GivenPushAfterAnother_ThenItHasWhatChangedInFewBytes()
    {
        var other = GivenRow.Home("The Silent House", GivenRow.Line(BedType.DementiaNursing));
        var before = GivenRow.BoardOf(Limes, other) with { Version = 7 };
        var changed = other with { Lines = [GivenRow.Line(BedType.DementiaNursing, available: 1)], Version = 8 };
        var after = GivenRow.BoardOf(Limes, changed) with { From = 7, Version = 8, Rows = [changed], Follows = before };

        JsonOf(after).ShouldBe("""
            ["stockport",7,8,1772442000000,
            [["the-silent-house",null,0,[1772438400000,"The manager"],null,[[3,20,19,0,0,1,0,0,0,0,null,null]],null,null,null,null]],
            [[3,20,19,0,0,1,0,0,0,0,0,0,0]],[],null,2,null,null,null]
            """.ReplaceLineEndings(""));
        (WireCopy.Bytes(after).Length - WireCopy.Bytes(after with { Rows = [] }).Length).ShouldBeLessThan(100);
    }

    [Fact]
    public void GivenLastHomeOfATypeClosed_ThenAllTotalsAreSent()
    {
        var before = GivenRow.BoardOf(Limes, GivenRow.Home("The Silent House", GivenRow.Line(BedType.DementiaNursing))) with { Version = 7 };
        var after = GivenRow.BoardOf(Limes) with { From = 7, Version = 8, Rows = [], Follows = before };

        WireCopy.Bytes(after).ShouldBe(WireCopy.Bytes(after with { Follows = null }));
    }

    private static string JsonOf(BoardUpdate update) => MessagePackSerializer.ConvertToJson(WireCopy.Bytes(update));

    private static string JsonOf(object value) => JsonSerializer.Serialize(JsonSerializer.Serialize(value, DomainJson.Options), QuotesOnly);
}
