using CapacityBoard.Access;
using CapacityBoard.Access.Store;
using CapacityBoard.Sites;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Messages.Channels;

/// <summary>The addresses and devices that messages go to, beside the accounts. What it returns is durable.</summary>
internal sealed class ChannelStore(AccessStore store, TimeProvider clock)
{
    public const int MostOfOne = 10;
    public const int FirstHour = 7;
    public const int LastHour = 21;

    /// <summary>All that is sent something now.</summary>
    public async Task<IReadOnlyList<Channel>> On(CancellationToken token) => Read(
        await store.Ask(context => context.Channels.AsNoTracking().Where(row => row.Verified != null && row.Off == null).OrderBy(row => row.Added).ToListAsync(token), token));

    /// <summary>All of a recipient, in the order in which they were added.</summary>
    public async Task<IReadOnlyList<Channel>> Of(Recipient recipient, CancellationToken token)
    {
        var key = recipient.Key;
        return Read(await store.Ask(context => context.Channels.AsNoTracking().Where(row => row.Recipient == key).OrderBy(row => row.Added).ToListAsync(token), token));
    }

    /// <summary>All by which a place's people are told: its own, and those of the people who answer for it.</summary>
    public async Task<IReadOnlyList<Channel>> At(SiteKey place, CancellationToken token)
    {
        var (key, scope) = (Recipient.Of(place).Key, Scope.Of(place));
        return Read(await store.Ask(
            async context =>
            {
                var people = await context.Grants.AsNoTracking().Where(grant => grant.Scope == scope && grant.Role == Role.CareProvider).Select(grant => grant.Owner).ToListAsync(token);
                var keys = people.Select(person => Recipient.OfPerson(person).Key).Append(key).ToList();
                return await context.Channels.AsNoTracking().Where(row => keys.Contains(row.Recipient) && row.Verified != null).ToListAsync(token);
            },
            token));
    }

    public async Task<Channel?> Find(string id, CancellationToken token) =>
        await store.Ask(context => context.Channels.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, token), token) is { } row ? Channel.Of(row) : null;

    /// <summary>Adds an address or device; one that the recipient has already is replaced, so it must be verified again.</summary>
    /// <param name="isVerified">True for a device, which can only be added from itself.</param>
    public async Task<Channel> Add(Recipient recipient, ChannelKind kind, string address, string by, string? keys = null, int contact = 1, bool isVerified = false)
    {
        var row = new MessageChannelRow
        {
            Id = Guid.CreateVersion7().ToString("n"),
            Recipient = recipient.Key,
            Kind = Codes.Of(kind),
            Address = address,
            Keys = keys,
            Contact = contact,
            Groups = string.Join(',', Enum.GetValues<MessageGroup>().Select(Codes.Of)),
            FromHour = FirstHour,
            ToHour = LastHour,
            Added = clock.GetUtcNow(),
            AddedBy = by,
            Verified = isVerified ? clock.GetUtcNow() : null,
        };
        await store.Ask(async context =>
        {
            // A device belongs to whoever used it last: on a shared computer the others are no longer told there.
            await context.Channels.Where(each => (each.Recipient == row.Recipient || kind == ChannelKind.Push) && each.Kind == row.Kind && each.Address == row.Address).ExecuteDeleteAsync();
            context.Add(row);
            return await context.SaveChangesAsync();
        });
        return Channel.Of(row)!;
    }

    public Task Remove(Channel channel) => store.Ask(context => context.Channels.Where(row => row.Id == channel.Id).ExecuteDeleteAsync());

    public Task Verify(Channel channel)
    {
        var now = clock.GetUtcNow();
        return Change(channel, row => (row.Verified, row.Off, row.OffBecause) = (row.Verified ?? now, null, null));
    }

    /// <param name="why">In words for its owner.</param>
    public Task SwitchOff(Channel channel, string why)
    {
        var now = clock.GetUtcNow();
        return Change(channel, row => (row.Off, row.OffBecause) = (row.Off ?? now, row.OffBecause ?? why));
    }

    public Task SwitchOn(Channel channel) => Change(channel, row => (row.Off, row.OffBecause) = (null, null));

    public Task Choose(Channel channel, IEnumerable<MessageGroup> groups, int fromHour, int toHour) =>
        Change(channel, row => (row.Groups, row.FromHour, row.ToHour) = (string.Join(',', groups.Select(Codes.Of)), fromHour, toHour));

    private Task<int> Change(Channel channel, Action<MessageChannelRow> change) => store.Ask(async context =>
    {
        if (await context.Channels.FirstOrDefaultAsync(row => row.Id == channel.Id) is { } row)
        {
            change(row);
        }

        return await context.SaveChangesAsync();
    });

    private static List<Channel> Read(IEnumerable<MessageChannelRow> rows) => [.. rows.Select(Channel.Of).OfType<Channel>()];
}
