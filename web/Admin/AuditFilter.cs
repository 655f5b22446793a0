using CapacityBoard.Access.Audit;
using CapacityBoard.Sites;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Http.Extensions;

namespace CapacityBoard.Admin;

/// <summary>The audit's filter form, read from the page's address.</summary>
internal sealed class AuditFilter
{
    private const int LongestText = 200;

    private static readonly string[] Fields = ["who", "about", "stay", "act", "address", "from", "to"];

    private static readonly string[] DateFields =
        [.. from name in (string[])["from", "to"] from end in (string[])[TypedTime.DayEnd, TypedTime.MonthEnd, TypedTime.YearEnd] select name + end];

    private readonly SentForm _sent;

    public AuditFilter(IQueryCollection query)
    {
        _sent = new(new FormCollection(Fields.Concat(DateFields).ToDictionary(field => field, field => query[field])));
        var (from, to) = (_sent.Date("from"), _sent.Date("to"));
        Question = new(
            _sent.Optional("who", LongestText),
            _sent.Optional("about", LongestText),
            _sent.Optional("stay", LongestText),
            _sent.Optional("act", LongestText),
            from is { } first ? LocalDay.StartOf(first).ToUniversalTime() : null,
            to is { } last && last < DateOnly.MaxValue ? LocalDay.StartOf(last.AddDays(1)).ToUniversalTime() : null,
            _sent.Optional("address", LongestText));
    }

    public AuditQuestion Question { get; }

    public IReadOnlyList<FieldProblem> Problems => _sent.Problems;

    public FormView Form => new(_sent.Id, "", _sent);

    /// <summary>The filter in a few words.</summary>
    public string Words => string.Join(", ", Filled.Select(name => $"{name} {_sent.Text(name)}")) is { Length: > 0 } words
        ? words
        : "all lines";

    /// <summary>The page's address with the same filter and one more value.</summary>
    public string With(string name, string value)
    {
        var query = new QueryBuilder();
        foreach (var filled in Filled)
        {
            query.Add(filled, _sent.Text(filled)!);
        }

        query.Add(name, value);
        return $"~/admin/audit{query}";
    }

    private IEnumerable<string> Filled => Fields.Where(name => _sent.Text(name) is not null);
}
