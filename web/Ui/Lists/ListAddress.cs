using CapacityBoard.Sites;
using Microsoft.AspNetCore.Http.Extensions;

namespace CapacityBoard.Ui.Lists;

/// <summary>What the address of a list asks for: its filters, its order, and whether it shows everything.</summary>
/// <param name="opened">The fields that say which entry of the list is open.</param>
public sealed class ListAddress(HttpRequest request, params string[] opened)
{
    /// <summary>How many a list shows unless everything is asked for.</summary>
    public const int AtOnce = 50;

    public bool ShowsAll => request.Query.ContainsKey("all");

    /// <summary>What is shown of a list.</summary>
    /// <param name="atOnce">How many that is unless everything is asked for.</param>
    public IEnumerable<T> Shown<T>(IEnumerable<T> all, int atOnce = AtOnce) => ShowsAll ? all : all.Take(atOnce);

    /// <summary>A code in a field; null if there is none or it is not valid.</summary>
    public TCode? Code<TCode>(string field)
        where TCode : struct, Enum => Codes.TryParse<TCode>(request.Query[field], out var code) ? code : null;

    /// <summary>The order asked for; otherwise the first.</summary>
    public TOrder Order<TOrder>()
        where TOrder : struct, Enum => Code<TOrder>("sort") ?? default;

    /// <summary>The address's fields, some of them set or, if null, taken out.</summary>
    public Dictionary<string, string> Fields(params ReadOnlySpan<(string Field, string? Value)> changes)
    {
        var fields = request.Query.Where(each => each.Key != "handler").ToDictionary(each => each.Key, each => each.Value.ToString());
        foreach (var (field, value) in changes)
        {
            fields.Remove(field);
            if (value is not null)
            {
                fields[field] = value;
            }
        }

        return fields;
    }

    /// <summary>This page's address with some fields set or, if null, taken out.</summary>
    public string With(params ReadOnlySpan<(string Field, string? Value)> changes) => $"{request.PathBase}{request.Path}{new QueryBuilder(Fields(changes))}";

    public string With(string field, string? value) => With((field, value));

    /// <summary>The same for another choice or order of the list, in which no entry is open.</summary>
    public string Listing(params ReadOnlySpan<(string Field, string? Value)> changes) => With([.. opened.Select(field => (field, (string?)null)), .. changes]);
}
