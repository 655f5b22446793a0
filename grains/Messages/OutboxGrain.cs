namespace CapacityBoard.Messages;

/// <summary>Decides, writes, answers. If two activations run at once, the store refuses the later write and its grain decides again.</summary>
/// <param name="clock">The domain's clock, which tests set.</param>
public sealed class OutboxGrain(IGrainContext context, IOutboxStore store, TimeProvider clock) : IGrainBase, IOutboxGrain
{
    private StoredOutbox _stored;

    public IGrainContext GrainContext => context;

    public async Task OnActivateAsync(CancellationToken token) => _stored = await store.Read(Recipient, token);

    public Task<SendTurn> Begin(SendRequest request) => Change(outbox => OutboxDecisions.Begin(outbox, request, clock.GetUtcNow()));

    public Task Note(string message, SendResult result) => Change(outbox => (OutboxDecisions.Note(outbox, message, result, clock.GetUtcNow()), true));

    public Task<bool> Use(string message, string matter) => Change(outbox => OutboxDecisions.Use(outbox, message, matter, clock.GetUtcNow()));

    public Task<Outbox> Read() => Task.FromResult(_stored.Outbox);

    private string Recipient => this.GetPrimaryKeyString();

    private async Task<T> Change<T>(Func<Outbox, (Outbox Outbox, T Answer)> decide)
    {
        while (true)
        {
            var (after, answer) = decide(_stored.Outbox);
            if (after == _stored.Outbox)
            {
                return answer;
            }

            if (await store.Write(Recipient, _stored.Version, after))
            {
                _stored = new(_stored.Version + 1, after);
                return answer;
            }

            _stored = await store.Read(Recipient);
        }
    }
}
