using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Journal;

/// <summary>What <see cref="IJournalSearch"/> promises, whatever keeps the journal.</summary>
public abstract partial class JournalContract
{
    private const string Sister = "Sister Özil's 50% _desk_";

    [Theory]
    [InlineData("stockport", "stockport/stepping-hill/b2 stockport/stepping-hill/a1 stockport/stepping-hill-annexe stockport/fernlea")]
    [InlineData("stockport/stepping-hill", "stockport/stepping-hill/b2 stockport/stepping-hill/a1")]
    [InlineData("stockport/stepping-hill/a1", "stockport/stepping-hill/a1")]
    [InlineData("stockport/fernlea", "stockport/fernlea")]
    [InlineData("stockport-east", "stockport-east/fernlea")]
    [InlineData("stock", "")]
    [InlineData("stockport/", "")]
    [InlineData("stockport%", "")]
    [InlineData("stock_ort", "")]
    [InlineData("", "")]
    public async Task GivenSites_WhenAskedUnderOne_ThenItsOwnPartByPartNewestFirst(string under, string found)
    {
        string[] sites = ["stockport/fernlea", "stockport-east/fernlea", "stockport/stepping-hill-annexe", "stockport/stepping-hill/a1", "stockport/stepping-hill/b2"];
        foreach (var site in sites)
        {
            await Record(site);
        }

        string.Join(' ', (await Search(new(Under: under))).Select(entry => entry.Site)).ShouldBe(found);
    }

    [Theory]
    [InlineData(Sister, 1)]
    [InlineData("sister özil's 50% _desk_", 0)]
    [InlineData("Sister%", 0)]
    [InlineData("' OR 1=1 --", 0)]
    [InlineData("\0", 0)]
    public async Task GivenSomebodysEntry_WhenAskedBy_ThenOnlyToTheLetter(string by, int found)
    {
        await Record("stockport/fernlea", by: Sister);
        await Record("stockport/fernlea", version: 1);

        (await Search(new(By: by))).Count.ShouldBe(found);
    }

    [Theory]
    [InlineData("Jo Brown", 2)]
    [InlineData("Ward system", 2)]
    [InlineData("Jo Brown via Ward system", 1)]
    [InlineData("Brown", 0)]
    [InlineData("Ward", 0)]
    [InlineData("via", 0)]
    public async Task GivenMachineThatActedForSomebody_WhenAskedByEither_ThenFound(string by, int found)
    {
        string[] names = ["Jo Brown via Ward system", "Jo Brown", "Ward system"];
        foreach (var (name, version) in names.Select((name, version) => (name, version)))
        {
            await Record("stockport/fernlea", version, by: name);
        }

        (await Search(new(By: by))).Count.ShouldBe(found);
        names.Count(new JournalQuestion(By: by).IsBy).ShouldBe(found);
    }

    [Theory]
    [InlineData("SH-41", 2)]
    [InlineData("H-41", 0)]
    [InlineData("SH-4", 0)]
    [InlineData("sh-41", 2)]
    [InlineData("SH_41", 0)]
    [InlineData("SH%1", 0)]
    [InlineData("stay", 0)]
    [InlineData("\"", 0)]
    [InlineData("", 0)]
    public async Task GivenStaysOfLikeReferences_WhenAskedForOne_ThenOnlyItsOwn(string stay, int found)
    {
        await Record("stockport/fernlea", happened: Hold("SH-41"));
        await Record("stockport/fernlea", version: 1, happened: Hold("SH-410", note: "not SH-41, nor \"SH-41\""));
        await Record("stockport/opal-house", happened: Hold("SH-41", note: "the same"));

        (await Search(new(Stay: stay))).Count.ShouldBe(found);
    }

    [Fact]
    public async Task GivenEntriesOfThreeHours_WhenAskedFromOneToTheNext_ThenTheFirstIsInAndTheLastIsOut()
    {
        for (var hour = 0; hour < 3; hour++)
        {
            await Record("stockport/fernlea", version: hour, at: Appends.Wednesday.AddHours(hour));
        }

        var summer = Appends.Wednesday.ToOffset(TimeSpan.FromHours(1));
        (await Search(new(From: summer.AddHours(1)))).Select(entry => entry.Version).ShouldBe([3, 2]);
        (await Search(new(To: summer.AddHours(1)))).Select(entry => entry.Version).ShouldBe([1]);
        (await Search(new(From: summer.AddHours(1), To: summer.AddHours(2)))).Select(entry => entry.Version).ShouldBe([2]);
    }

    [Fact]
    public async Task GivenManyThatMeetAllParts_WhenReadPageByPage_ThenEveryOneOnceAndNoOther()
    {
        for (var version = 0; version < 14; version++)
        {
            await Record("stockport/fernlea", version, by: version % 2 == 0 ? Sister : "The Limes", happened: Hold("SH-41"));
        }

        var question = new JournalQuestion("stockport", Sister, "SH-41", Appends.Wednesday, Appends.Wednesday.AddDays(1));
        var found = new List<JournalEntry>();
        while (await Search(question with { Before = found.LastOrDefault()?.Position }, most: 3) is { Count: > 0 } page)
        {
            page.Count.ShouldBeLessThanOrEqualTo(3);
            found.AddRange(page);
        }

        found.Select(entry => entry.Version).ShouldBe([13, 11, 9, 7, 5, 3, 1]);
        found.ShouldBe((await Journal.ReadFrom(0, 100)).Where(entry => entry.By == Sister).Reverse());
    }

    [Fact]
    public async Task GivenEntries_WhenAskedAfterAPosition_ThenOnlyThoseThatFollowIt()
    {
        for (var version = 0; version < 4; version++)
        {
            await Record("stockport/fernlea", version);
        }

        var second = (await Journal.ReadFrom(0, 100))[1].Position;
        (await Search(new(After: second))).Select(entry => entry.Version).ShouldBe([4, 3]);
        (await Search(new(After: second, Before: second + 1))).ShouldBeEmpty();
    }

    private static HoldPlaced Hold(string stay, string? note = null) => new("8a1e", BedType.GeneralNursing, Appends.Wednesday.AddDays(1), stay, note);

    private Task<IReadOnlyList<JournalEntry>> Search(JournalQuestion question, int most = 100) => ((IJournalSearch)Journal).Search(question, most);

    private async Task Record(string site, long version = 0, string by = "The Limes", DateTimeOffset? at = null, SiteEvent? happened = null)
    {
        var append = new Append(SiteKey.Parse(site), version, at ?? Appends.Wednesday, by, HomeRequests.NewOperation(), [happened ?? Hold("SH-1")]);
        (await Journal.Append(append)).Status.ShouldBe(AppendStatus.Appended);
    }
}
