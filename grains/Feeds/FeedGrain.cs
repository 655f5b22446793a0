using System.Collections.Immutable;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using Orleans.Concurrency;

namespace CapacityBoard.Feeds;

/// <summary>A hospital's feed as a grain. Its calls overlap.</summary>
/// <param name="clock">The domain's clock, which tests set.</param>
[Reentrant]
public sealed class FeedGrain(IGrainContext context, IFeedStore store, IJournal journal, ISiteClient sites, TimeProvider clock) : IGrainBase, IFeedGrain
{
    private FeedCalls? _calls;

    public IGrainContext GrainContext => context;

    private FeedCalls Calls => _calls ??= new(this.GetPrimaryKeyString(), store, journal, sites, clock);

    public Task OnActivateAsync(CancellationToken token) => Calls.Load(token);

    public Task<FeedAnswer> Receive(AdtMessage message) => Calls.Receive(message);

    public Task<Refusal?> SetUp(FeedDefinition definition, string by) => Calls.SetUp(definition, by);

    public Task<Refusal?> TakeList(InpatientList list, string by) => Calls.TakeList(list, by);

    public Task Follow(ImmutableArray<string> references, string by) => Calls.Follow(references, by);

    public Task Dismiss(ImmutableArray<string> messages, string by) => Calls.Dismiss(messages, by);

    public Task Look() => Calls.Look();

    public Task<FeedView> Read() => Task.FromResult(Calls.Read());
}
