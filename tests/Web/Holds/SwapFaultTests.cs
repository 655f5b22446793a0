using CapacityBoard.Beds;
using CapacityBoard.Commands;
using CapacityBoard.Projections;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CapacityBoard.Holds;

/// <summary>People of two full wards swap beds, and the process dies after any of the steps.</summary>
public sealed class SwapFaultTests(GivenPlaces given) : IClassFixture<GivenPlaces>
{
    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public async Task GivenSwapThatStopsAfterAnyStep_WhenRecovered_ThenEachIsInTheOthersBedAndBothWardsAreFull(int steps)
    {
        var places = await given.New();
        await Fill(places);
        var sites = new StoppingSites(given.Board.Services.GetRequiredService<ISiteClient>(), steps);

        var swapped = await Record.ExceptionAsync(() => new StayTransfer(sites).Begin(
            places.Ward, new(new BeginTransfer("S-1", places.OtherWard, "20", "T-20"), $"swap-{steps}", "Sister Brown")));

        swapped.ShouldBe(steps < 4 ? sites.Stopped : null);
        await NobodyIsLostAndNothingLooksFree(places);
        given.Clock.Shift += TimeSpan.FromMinutes(2);
        await given.Board.Services.GetRequiredService<FoldProgress>().UpToDate(CancellationToken.None);
        await given.Board.Services.GetServices<IHostedService>().OfType<TransferRecovery>().Single().FinishLost();

        await NobodyIsLostAndNothingLooksFree(places);
        var (ward, other) = (await given.Read(places.Ward), await given.Read(places.OtherWard));
        (ward.Stays.Find("T-20")!.Bed, other.Stays.Find("S-1")!.Bed).ShouldBe(("1", "20"));
        ward.Stays.All.Concat(other.Stays.All).ShouldAllBe(stay => stay.Transfer == null);
        ward.Stays.All.Concat(other.Stays.All).Select(stay => stay.Reference).Distinct().Count().ShouldBe(40);
    }

    [Fact]
    public async Task GivenNobodyInThatBed_WhenSwapped_ThenTheyStayWhereTheyAre()
    {
        var places = await given.New();
        await Fill(places);

        var refused = await new StayTransfer(given.Board.Services.GetRequiredService<ISiteClient>()).Begin(
            places.Ward, new(new BeginTransfer("S-1", places.OtherWard, "20", "T-99"), "swap-nobody", "Sister Brown"));

        refused.Refusal!.Code.ShouldBe(RefusalCode.UnknownStay);
        (await given.Read(places.Ward)).Stays.Find("S-1")!.Transfer.ShouldBeNull();
    }

    private async Task Fill(Places places)
    {
        for (var bed = 1; bed <= 20; bed++)
        {
            (await given.Tell(places.Ward, new AdmitStay($"S-{bed}", $"{bed}"))).IsAccepted.ShouldBeTrue();
            (await given.Tell(places.OtherWard, new AdmitStay($"T-{bed}", $"{bed}"))).IsAccepted.ShouldBeTrue();
        }
    }

    private async Task NobodyIsLostAndNothingLooksFree(Places places)
    {
        var wards = new[] { await given.Read(places.Ward), await given.Read(places.OtherWard) };
        wards.ShouldAllBe(ward => ward.Capacity.Line(BedType.Inpatient)!.Occupied == 20 && ward.Stays.In(BedType.Inpatient) == 20);
        new[] { "S-1", "T-20" }.ShouldAllBe(reference => wards.Any(ward => ward.Stays.Find(reference) != null));
    }

    /// <summary>Sites that do so many commands and answer no more.</summary>
    private sealed class StoppingSites(ISiteClient sites, int commands) : ISiteClient
    {
        private int _left = commands;

        public Exception Stopped { get; } = new InvalidOperationException("The process has died.");

        public Task<Outcome> Execute(SiteKind kind, SiteKey key, SiteRequest request) => _left-- > 0 ? sites.Execute(kind, key, request) : throw Stopped;

        public Task<Site> Read(SiteKind kind, SiteKey key) => sites.Read(kind, key);
    }
}
