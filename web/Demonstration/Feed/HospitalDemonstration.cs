using System.Collections.Immutable;
using CapacityBoard.Access.Store;
using CapacityBoard.Feeds;
using CapacityBoard.Interop.Mllp;
using CapacityBoard.Journal;
using CapacityBoard.Projections;
using CapacityBoard.Sites;

namespace CapacityBoard.Demonstration.Feed;

/// <summary>
/// A hospital of 600 beds into whose board nobody types: its own system sends the last 24 hours, then what happens. Wards, beds and the feed's set-up are
/// recorded first. After an interruption it sends everything again, and nothing is recorded twice.
/// </summary>
internal sealed partial class HospitalDemonstration(
    IJournal journal, ISiteClient sites, KnownFeeds feeds, MllpListener listener, DemonstrationPeople people, FoldProgress progress, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<HospitalDemonstration> log)
    : BackgroundService
{
    public const string Hospital = "stockport/stepping-hill-hospital";

    private const int Seed = 600;

    private static readonly TimeSpan Past = TimeSpan.FromHours(24);

    /// <summary>The wards of the other demonstration and five more, the acute medical unit last: 600 beds.</summary>
    public static ImmutableArray<PlannedSite> Wards { get; } =
    [
        .. new[] { ("a14", "A14 Elderly care", 25), ("c1", "C1 Surgery", 25), ("c4", "C4 Gynaecology", 25), ("d3", "D3 Medicine", 25), ("f1", "F1 Medicine", 24) }.Select(ward => PlannedSite.Of(
            $"{Hospital}/{ward.Item1}",
            new(SiteKind.Ward, ward.Item2, Hospital: Demonstration.Hospital.SteppingHill.Name),
            PlannedSite.Declare(new Beds.DeclaredLine(Beds.BedType.Inpatient, ward.Item3, 0)))),
        .. Demonstration.Hospital.SteppingHill.Wards,
    ];

    public static HospitalDay Day(DateTimeOffset begin) => new(
        begin - Past,
        [.. Wards.Select(ward => new HospitalWard(ward.Key, ward.Key.Name.ToUpperInvariant(), ((Beds.DeclareVacancies)ward.First[0]).Lines[0].Total))],
        Seed);

    public static FeedDefinition Definition { get; } = new(
        "Stepping Hill PAS",
        AdtWriter.Application,
        AdtWriter.Facility,
        ReferenceField.VisitNumber,
        ["I"],
        [.. Wards.Select(ward => new LocationRule($"{ward.Key.Name.ToUpperInvariant()}^*^*", ward.Key))]);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        await SetUp(stoppingToken);
        await people.Come([.. new StockportPlan().Sites()]);
        var first = await journal.ReadFrom(0, 1, stoppingToken);
        await Send(Day(first[0].At), stoppingToken);
    }

    private async Task SetUp(CancellationToken token)
    {
        foreach (var site in new StockportPlan().Sites().Where(site => site.Kind != SiteKind.Ward).Concat(Wards))
        {
            var number = 0;
            foreach (var command in site.First.Prepend(new RegisterSite(site.Details)))
            {
                await sites.Execute(site.Kind, site.Key, new(command, $"hospital-demonstration-{number++}", BoardKind.Registrar));
            }
        }

        await progress.Folded(await journal.LastPosition(token), token);
        await feeds.SetUp(Hospital, Definition, BoardKind.Registrar);
    }

    private async Task Send(HospitalDay day, CancellationToken token)
    {
        using var sender = new HospitalSender(listener.LocalEndpoint!, clock);
        var (sent, begun) = (0, clock.GetTimestamp());
        var isCaughtUp = false;
        while (true)
        {
            foreach (var message in day.Until(clock.GetUtcNow()))
            {
                await sender.Send(AdtWriter.Write(message.Message), token);
                sent++;
            }

            if (!isCaughtUp)
            {
                isCaughtUp = true;
                LogCaughtUp(sent, clock.GetElapsedTime(begun).TotalSeconds);
            }

            await Task.Delay(TimeSpan.FromSeconds(5), clock, token);
        }
    }

    [LoggerMessage(LogLevel.Information, "Demonstration: {Messages} messages of the last 24 hours sent in {Seconds:0.0} s; from now on they come as they happen")]
    private partial void LogCaughtUp(int messages, double seconds);
}
