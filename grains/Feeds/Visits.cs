using System.Collections.Immutable;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Feeds;

/// <summary>All statements about one stay, under every reference that it had.</summary>
internal sealed class Visits(string reference)
{
    private readonly Dictionary<string, FeedStatement> _statements = new(StringComparer.Ordinal);
    private readonly HashSet<string> _references = new(StayReferences.Comparer) { reference };
    private Visit? _visit;

    /// <summary>The ward under which the feed finds it.</summary>
    public SiteKey? Ward { get; set; }

    public IEnumerable<string> References => _references;

    public Visit Visit => _visit ??= Visit.Of(NewestFirst(), _statements.Values);

    public void Add(FeedStatement statement)
    {
        _statements[statement.Id] = statement;
        _visit = null;
    }

    /// <summary>A list of who is in says of everybody that they are, or that they are not.</summary>
    public void Add(InpatientList list, FeedDefinition feed)
    {
        var id = $"list-{list.At.ToUnixTimeMilliseconds()}";
        if (list.Lines.FirstOrDefault(line => _references.Contains(line.Reference)) is not { } line)
        {
            Add(new(id, "List", StatementKind.Left, _references.First(), list.At, list.At, null, new()));
        }
        else if (feed.RuleOf(line.Location) is { } rule)
        {
            Add(new(id, "List", StatementKind.Moved, line.Reference, list.At, list.At, new(rule.Ward, FeedMapping.BedOf(line.Location)), new(AdmittedAt: line.AdmittedAt)));
        }
    }

    public void Join(Visits other)
    {
        _references.UnionWith(other._references);
        foreach (var statement in other._statements.Values)
        {
            // What a list says of both, the one that has the person on it says.
            if (!_statements.TryGetValue(statement.Id, out var known) || known.Kind == StatementKind.Left)
            {
                _statements[statement.Id] = statement;
            }
        }

        _visit = null;
    }

    private ImmutableArray<string> NewestFirst() =>
    [
        .. _references
            .OrderByDescending(each => _statements.Values.Where(said => StayReferences.AreSame(said.Reference, each)).Select(said => (DateTimeOffset?)said.Recorded).Max() ?? DateTimeOffset.MinValue)
            .ThenBy(each => each, StringComparer.OrdinalIgnoreCase),
    ];
}
