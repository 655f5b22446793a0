using CapacityBoard.Beds;
using CapacityBoard.Commands;
using CapacityBoard.Projections;
using CapacityBoard.Reports;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CapacityBoard.Holds;

/// <summary>
/// What holds of people on two wards after every act of any history: second admissions, swaps, transfers that stop half-way,
/// cancelled discharges, references in other letters, backdated admissions, ids that are used again, clocks that jump.
/// </summary>
public sealed class PersonLaws(GivenPlaces given) : IClassFixture<GivenPlaces>
{
    private const int Acts = 60;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];


    [Theory, MemberData(nameof(Seeds))]
    public async Task GivenAnyHistory_ThenNobodyHasTwoBedsAndEveryAnswerIsTrue(int seed)
    {
        var random = new Random(seed);
        var places = await given.New();
        for (var act = 0; act < Acts; act++)
        {
            given.Clock.Shift += TimeSpan.FromMinutes(random.Next(4) == 0 ? random.Next(-120, 240) : 1);
            await Act(random, places, $"{seed}-{random.Next(Acts)}");
            NobodyHasTwoBeds(await Wards(places));
        }

        await Recover();
        var wards = await Wards(places);
        if (wards.SelectMany(ward => ward.Stays.All).FirstOrDefault(stay => stay.Transfer is not null) is { } stuck)
        {
            Assert.Fail($"{stuck} is under way still, after\n{await HistoryOf(places)}");
        }

        NobodyHasTwoBeds(wards);
        await DaysCountOnce(places);
    }

    private async Task Act(Random random, Places places, string operation)
    {
        var (site, to) = random.Next(2) == 0 ? (places.Ward, places.OtherWard) : (places.OtherWard, places.Ward);
        var command = CommandOf(random, to);
        var request = new SiteRequest(command, operation, "Sister Brown", command.ToString());
        var sites = given.Board.Services.GetRequiredService<ISiteClient>();
        var before = await given.LastPosition();
        var outcome = request.Command is BeginTransfer && random.Next(3) > 0
            ? await new StayTransfer(sites).Begin(site, request)
            : await sites.Execute(SiteKind.Ward, site, request);

        var done = (await given.Board.Journal.ReadFrom(before, 100)).Any(entry => entry.Site == site && entry.Operation == operation);
        var recorded = await given.Board.Journal.FindOperation(site, operation);
        // Done once and answered so, or answered that it is not: a transfer that the other ward refuses is recorded with its end.
        if (outcome.Refusal is null)
        {
            (recorded is not null || request.Command is ChangeBed).ShouldBeTrue($"{request.Command} was answered as done");
            (recorded?.Fingerprint ?? request.Fingerprint).ShouldBe(request.Fingerprint, $"{request.Command} was not what that id had done");
        }
        else if (request.Command is not BeginTransfer)
        {
            done.ShouldBeFalse($"{request.Command} was refused: {outcome.Refusal}");
        }
    }

    private SiteCommand CommandOf(Random random, SiteKey to)
    {
        var number = random.Next(5);
        var reference = random.Next(4) == 0 ? $"sh{number}" : $"SH{number}";
        var now = given.Clock.GetUtcNow();
        return random.Next(12) switch
        {
            < 3 => new AdmitStay(reference, $"bed {number}", AdmittedAt: random.Next(2) == 0 ? null : now.AddDays(-random.Next(1, 9))),
            3 => new DischargeStay(reference, Destination.UsualResidence),
            4 => new CancelDischarge(reference, "Never left"),
            5 => new CancelAdmission(reference, "Wrong person"),
            6 => new DeclareMedicallyOptimised(reference, now.AddHours(-random.Next(1, 90))),
            7 => new SwapBeds(reference, $"SH{random.Next(5)}"),
            8 => new ChangeBed(reference, $"bed {number + random.Next(2)}"),
            9 => new BeginTransfer(reference, to, $"bed {number}"),
            _ => new BeginTransfer(reference, to, "any", $"sh{random.Next(5)}"),
        };
    }

    private static void NobodyHasTwoBeds(Site[] wards)
    {
        foreach (var ward in wards)
        {
            var inBeds = ward.Stays.All.Where(stay => stay.Transfer is not { HasGivenUpBed: true }).ToList();
            inBeds.Select(stay => stay.Bed).ShouldBeUnique();
            ward.Stays.All.Select(stay => stay.Reference.ToUpperInvariant()).ShouldBeUnique();
            ward.Capacity.Line(BedType.Inpatient)!.Occupied.ShouldBe(inBeds.Count);
        }

        foreach (var (here, there) in wards[0].Stays.All.Select(stay => (stay, wards[1].Stays.Find(stay.Reference))))
        {
            (there is null || here.Transfer?.To == wards[1].Key || there.Transfer?.To == wards[0].Key).ShouldBeTrue($"{here.Reference} is on both wards");
        }
    }

    private async Task DaysCountOnce(Places places)
    {
        await given.Board.OnTheBoard(places.Ward);
        var facts = await given.Board.Services.GetRequiredService<Reports.Facts.ReportFacts>().Of(places.Ward.Locality, default);
        var today = LocalDay.Of(given.Clock.GetUtcNow());
        var question = new ReportQuestion(places.Ward.Locality, today.AddDays(-30), today, null, given.Clock.GetUtcNow());
        foreach (var report in new IReport[] { new DelayedTransfers(), new RedDays() })
        {
            report.Count(facts, question).Select(each => (each.Day, each.Reference!.ToUpperInvariant())).ShouldBeUnique();
        }
    }

    private async Task<string> HistoryOf(Places places) => string.Join('\n', (await given.Board.Journal.ReadFrom(0, int.MaxValue))
        .Where(entry => entry.Site.Locality == places.Ward.Locality)
        .Select(entry => $"{entry.Position} {entry.At:O} {entry.Site} {entry.Operation} {entry.Event}"));

    private async Task Recover()
    {
        given.Clock.Shift += TimeSpan.FromHours(6);
        await given.Board.Services.GetRequiredService<FoldProgress>().UpToDate(CancellationToken.None);
        var recovery = given.Board.Services.GetServices<IHostedService>().OfType<TransferRecovery>().Single();
        await recovery.FinishLost();
        await given.Board.Services.GetRequiredService<FoldProgress>().UpToDate(CancellationToken.None);
        await recovery.FinishLost();
    }

    private async Task<Site[]> Wards(Places places) => [await given.Read(places.Ward), await given.Read(places.OtherWard)];
}
