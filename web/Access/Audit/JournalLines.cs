using System.Collections.Frozen;
using System.Text.Json;
using CapacityBoard.Enquiries;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Access.Audit;

/// <summary>
/// What commands did at sites, from the journal. What became of a hold is reported for the stay it was placed for.
/// </summary>
internal sealed class JournalLines(IJournalSearch search, IJournal journal) : IAuditSource
{
    /// <summary>
    /// Nodes' clocks differ slightly, so times may be in another order than entries; reading more makes up for it.
    /// </summary>
    private const int MoreThanAsked = 50;

    private const int EntriesAtOnce = 1000;

    private static readonly FrozenDictionary<string, Type> Happenings = typeof(SiteEvent).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(SiteEvent)) && !type.IsAbstract)
        .ToFrozenDictionary(CodeOf, StringComparer.Ordinal);

    /// <summary>The codes of all events at a site.</summary>
    public static IEnumerable<string> Acts => Happenings.Keys.Order(StringComparer.Ordinal);

    /// <remarks>The journal keeps no addresses, so only <see cref="AccessLogLines"/> answers questions about one.</remarks>
    public async Task<IReadOnlyList<AuditLine>> Find(
        AuditQuestion question, AuditReach reach, DateTimeOffset until, int most, CancellationToken token)
    {
        if (question.Address is not null || (question.Act is { } act && !Happenings.ContainsKey(act)))
        {
            return [];
        }

        var before = until.AddMilliseconds(1);
        var asked = new JournalQuestion(By: question.Who ?? question.Involving, From: question.From, To: question.To < before ? question.To : before);
        var ofStay = question.Stay is { } stay ? await OfStay(stay, asked.To, token) : null;
        var found = new List<JournalEntry>();
        foreach (var place in reach.PlacesFor(question.About))
        {
            var there = asked with { Under = place };
            found.AddRange(ofStay?.Where(entry => IsAsked(entry, there, question.Act)) ?? await Find(there, question.Act, most + MoreThanAsked, token));
        }

        var askedFor = await journal.AskedFor(found, token);
        return [.. found.Select(entry => LineOf(entry, askedFor)).OrderByDescending(line => line.At)];
    }

    private async Task<List<JournalEntry>> Find(JournalQuestion question, string? act, int most, CancellationToken token)
    {
        var found = new List<JournalEntry>();
        while (found.Count < most && await search.Search(question, act is null ? Math.Min(most, EntriesAtOnce) : EntriesAtOnce, token) is { Count: > 0 } entries)
        {
            found.AddRange(entries.Where(entry => IsAct(entry, act)));
            question = question with { Before = entries[^1].Position };
        }

        return found;
    }

    /// <summary>Everything about a stay, without an earliest time, since a hold placed long ago may be answered today.</summary>
    private async Task<IReadOnlyList<JournalEntry>> OfStay(string stay, DateTimeOffset? to, CancellationToken token)
    {
        var named = await search.All(new(Stay: stay, To: to), token);
        return [.. (await journal.WithWhatBecame([.. named.Where(entry => StayReferences.AreSame(StayEvents.StayOf(entry.Event), stay))], token)).Reverse()];
    }

    private static bool IsAsked(JournalEntry entry, JournalQuestion question, string? act) =>
        IsAct(entry, act)
        && (question.Under is null || Scope.Parse(question.Under).Covers(Scope.Of(entry.Site)))
        && question.IsBy(entry.By)
        && !(entry.At < question.From)
        && !(entry.At >= question.To);

    private static bool IsAct(JournalEntry entry, string? act) => act is null || entry.Event.GetType() == Happenings[act];

    private static AuditLine LineOf(JournalEntry entry, IReadOnlyDictionary<(SiteKey, string), string?> askedFor)
    {
        var stay = StayEvents.StayOf(entry.Event)
            ?? (PlaceRequest.ChangedBy(entry.Event) is { } request ? askedFor.GetValueOrDefault((entry.Site, request)) : null);
        return new(entry.At, entry.By, CodeOf(entry.Event.GetType()), entry.Site.Value, stay, entry.Operation, null, null);
    }

    private static string CodeOf(Type happening) => JsonNamingPolicy.KebabCaseLower.ConvertName(happening.Name);
}
