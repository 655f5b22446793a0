using CapacityBoard.Access.Store;
using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Access.Audit;

/// <summary>Lines of several records, page by page.</summary>
public sealed class AuditTrailTests(TestBoard board) : IClassFixture<TestBoard>
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly AuditReach Everything = new(true, [], []);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public async Task GivenLinesOfTheSameTimeInTwoRecords_WhenReadPageByPage_ThenEachIsShownOnceNewestFirst(int aPage)
    {
        var trail = new AuditTrail(
            [new Record("a", 0, 1, 1, 1, 2), new Record("b", 1, 1, 2, 3)], board.Services.GetRequiredService<AccessStore>(), board.Clock);
        var read = new List<AuditLine>();
        AuditCursor? cursor = null;
        do
        {
            var page = await trail.Read(new(), Everything, cursor, aPage, CancellationToken.None);
            read.AddRange(page.Lines);
            page.Lines.Length.ShouldBeLessThanOrEqualTo(aPage);
            cursor = page.Older is { } older && AuditCursor.TryParse(older.ToString(), out var next) ? next : null;
        }
        while (cursor is not null);

        read.Count.ShouldBe(9);
        read.Distinct().Count().ShouldBe(9);
        read.Select(line => line.At).ShouldBe(read.Select(line => line.At).OrderDescending());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("-1-1")]
    [InlineData("9223372036854775807-1")]
    [InlineData("1-9999999999")]
    [InlineData("<script>-1")]
    public void GivenAddressThatNamesNoPlace_ThenThereIsNoCursor(string text) => AuditCursor.TryParse(text, out _).ShouldBeFalse();

    /// <summary>A record with a line at each of some seconds.</summary>
    private sealed class Record(string name, params int[] seconds) : IAuditSource
    {
        public Task<IReadOnlyList<AuditLine>> Find(AuditQuestion question, AuditReach reach, DateTimeOffset until, int most, CancellationToken token) =>
            Task.FromResult<IReadOnlyList<AuditLine>>([.. seconds
                .Select((second, number) => new AuditLine(Start.AddSeconds(second), name, $"{number}", null, null, null, null, null))
                .Where(line => line.At <= until)
                .OrderByDescending(line => line.At)
                .Take(most)]);
    }
}
