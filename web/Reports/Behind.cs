using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Http.Extensions;

namespace CapacityBoard.Reports;

/// <summary>Selects which of the things a report counts belong to one figure. Null parts do not select.</summary>
/// <param name="Family">The family of the reason that <paramref name="Code"/> would name.</param>
public sealed record Behind(
    DateOnly? Day = null, string? Place = null, string? Site = null, string? Code = null, string? Owner = null, string? Set = null, string? Family = null)
{
    internal bool Matches(Counted counted) =>
        (Day is null || Day == counted.Day)
        && (Place is null || Place == counted.Place)
        && (Site is null || Site == counted.Site.Value)
        && (Code is null || Code == counted.Code)
        && (Owner is null || Owner == counted.Owner)
        && (Set is null || Set == counted.Set)
        && (Family is null || Family == DelayedDays.FamilyOf(counted));

    /// <summary>Adds it to an address's query.</summary>
    internal void AddTo(QueryBuilder query)
    {
        foreach (var (name, value) in new[] { ("day", Day?.ToString("O", null)), ("place", Place), ("ward", Site), ("code", Code), ("owner", Owner), ("set", Set), ("family", Family) })
        {
            if (value is not null)
            {
                query.Add(name, value);
            }
        }
    }

    internal static Behind Parse(IQueryCollection query)
    {
        return new(TypedTime.Date(Text("day") ?? ""), Text("place"), Text("ward"), Text("code"), Text("owner"), Text("set"), Text("family"));

        string? Text(string name) => query[name].ToString() is { Length: > 0 } text ? text : null;
    }
}
