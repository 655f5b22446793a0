using System.Collections.Immutable;
using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using CapacityBoard.Support.Feeds;

namespace CapacityBoard.Feeds;

/// <summary>A hospital's feed and its wards, without Orleans.</summary>
internal sealed class GivenFeed
{
    private static readonly SiteKey[] Wards = [FeedSequence.A1, FeedSequence.B2, FeedSequence.C3];

    private readonly InMemoryFeedStore _store = new();
    private FeedCalls _calls;

    public GivenFeed()
    {
        Sites = new(Journal, Clock);
        _calls = new(FeedSequence.Hospital, _store, Journal, Sites, Clock);
    }

    public ManualTimeProvider Clock { get; } = new(FeedSequence.Evening);

    public InMemoryJournal Journal { get; } = new();

    public SitesInMemory Sites { get; }

    public FeedCalls Calls => _calls;

    public async Task<GivenFeed> SetUp(int beds = 30)
    {
        foreach (var ward in Wards)
        {
            await Do(ward, new RegisterSite(new(SiteKind.Ward, ward.Name.ToUpperInvariant(), Hospital: "Stepping Hill Hospital")));
            await Do(ward, new DeclareVacancies([new(BedType.Inpatient, ward == FeedSequence.C3 ? 3 : beds, 0)]));
        }

        await _calls.Load(CancellationToken.None);
        (await _calls.SetUp(FeedSequence.Definition, "Ida Smith")).ShouldBeNull();
        return this;
    }

    /// <summary>Runs calls that overlap as a grain does: one at a time.</summary>
    public static Task OneThread(Func<Task> calls) =>
        Task.Factory.StartNew(calls, CancellationToken.None, TaskCreationOptions.None, new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler).Unwrap();

    /// <summary>The process is lost; another activation begins with what was stored.</summary>
    public async Task Lose()
    {
        _calls = new(FeedSequence.Hospital, _store, Journal, Sites, Clock);
        await _calls.Load(CancellationToken.None);
    }

    public Task<FeedAnswer> Receive(string line) => _calls.Receive(FeedLine.Parse(line).Message());

    public async Task Do(SiteKey ward, SiteCommand command) =>
        (await Sites.Execute(SiteKind.Ward, ward, new(command, Guid.NewGuid().ToString(), "Beth Hughes"))).Refusal.ShouldBeNull();

    public async Task<IReadOnlyDictionary<string, Site>> ReadWards()
    {
        var wards = ImmutableDictionary<string, Site>.Empty;
        foreach (var ward in Wards)
        {
            wards = wards.Add(ward.Name, await Sites.Read(SiteKind.Ward, ward));
        }

        return wards;
    }
}
