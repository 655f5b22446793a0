using System.Globalization;
using System.Text.Json.Serialization;
using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Ui;
using Microsoft.AspNetCore.Http.Extensions;

namespace CapacityBoard.Board;

/// <summary>
/// Which sites of a board to show and in which order, read from an address's query so that a view can be shared.
/// </summary>
/// <param name="Type">Only sites with beds of this type, and of those only these beds.</param>
/// <param name="Near">A postcode or place from which distances are measured, as typed.</param>
/// <param name="Within">The longest distance in kilometres; null for any.</param>
public sealed record BoardFilter(
    SiteKind? Kind = null,
    BedType? Type = null,
    AvailableWhen? Available = null,
    string? Neighbourhood = null,
    string? Near = null,
    double? Within = null,
    FreshnessNeeded? Freshness = null,
    BoardOrder? Sort = null)
{
    public const double LeastWithin = 0.1;
    public const double MostWithin = 120;

    private const int LongestText = 100;

    /// <summary>True if every site is shown.</summary>
    [JsonIgnore]
    public bool IsEmpty => this with { Sort = null, Near = null } == new BoardFilter();

    /// <summary>The order chosen; by default by distance from the place given, or else by kind.</summary>
    [JsonIgnore]
    public BoardOrder Order => Sort ?? (Near is null ? BoardOrder.Kind : BoardOrder.Distance);

    /// <summary>
    /// Reads a query. Invalid parts are left out of the filter and reported, so that nobody mistakes an unfiltered board for a
    /// filtered one.
    /// </summary>
    public static (BoardFilter Filter, IReadOnlyList<FieldProblem> Problems) Parse(IQueryCollection query)
    {
        var problems = new List<FieldProblem>();
        var near = TextOf(query, "near", problems);
        var filter = new BoardFilter(
            CodeOf<SiteKind>(query, "kind", problems),
            CodeOf<BedType>(query, "type", problems),
            CodeOf<AvailableWhen>(query, "available", problems),
            TextOf(query, "neighbourhood", problems),
            near,
            WithinOf(query, near, problems),
            CodeOf<FreshnessNeeded>(query, "freshness", problems),
            OrderOf(query, near, problems));
        return (filter, problems);
    }

    /// <summary>The filter as a query; empty if it shows everything.</summary>
    public string ToQuery()
    {
        var query = new QueryBuilder();
        Add("type", Type is { } type ? Codes.Of(type) : null);
        Add("available", Available is { } available ? Codes.Of(available) : null);
        Add("near", Near);
        Add("within", Within is { } within ? Miles.Of(within).ToString("0.######", CultureInfo.InvariantCulture) : null);
        Add("kind", Kind is { } kind ? Codes.Of(kind) : null);
        Add("neighbourhood", Neighbourhood);
        Add("freshness", Freshness is { } freshness ? Codes.Of(freshness) : null);
        Add("sort", Sort is { } sort ? Codes.Of(sort) : null);
        return query.ToString();

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                query.Add(name, value);
            }
        }
    }

    private static TCode? CodeOf<TCode>(IQueryCollection query, string field, List<FieldProblem> problems)
        where TCode : struct, Enum
    {
        if (Given(query, field) is not { } text)
        {
            return null;
        }

        if (Codes.TryParse<TCode>(text, out var code))
        {
            return code;
        }

        problems.Add(new(field, $"“{Shortened(text)}” is not one of the options. Choose from the list."));
        return null;
    }

    private static string? TextOf(IQueryCollection query, string field, List<FieldProblem> problems)
    {
        var text = Given(query, field);
        if (text is not { Length: > LongestText })
        {
            return text;
        }

        problems.Add(new(field, $"“{field}” must be {LongestText} characters or fewer."));
        return null;
    }

    private static double? WithinOf(IQueryCollection query, string? near, List<FieldProblem> problems)
    {
        if (Given(query, "within") is not { } text)
        {
            return null;
        }

        if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var within)
            || within is not (>= LeastWithin and <= MostWithin))
        {
            problems.Add(new("within", $"“Within” must be a number of miles from {LeastWithin} to {MostWithin}, such as 3."));
            return null;
        }

        if (near is null)
        {
            problems.Add(new("near", "Enter a postcode or place to measure distance from."));
            return null;
        }

        return Miles.ToKilometres(within);
    }

    private static BoardOrder? OrderOf(IQueryCollection query, string? near, List<FieldProblem> problems)
    {
        var order = CodeOf<BoardOrder>(query, "sort", problems);
        if (order != BoardOrder.Distance || near is not null)
        {
            return order;
        }

        problems.Add(new("near", "Enter a postcode or place to sort by distance."));
        return null;
    }

    private static string? Given(IQueryCollection query, string field) =>
        query[field].ToString().Trim() is { Length: > 0 } text ? text : null;

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "…";
}

/// <summary>When a bed must be free.</summary>
public enum AvailableWhen
{
    Now,

    /// <summary>Now or expected within 24 hours.</summary>
    [JsonStringEnumMemberName("24h")]
    Within24Hours,
}

/// <summary>How fresh figures must be.</summary>
public enum FreshnessNeeded
{
    Fresh,

    /// <summary>Fresh or ageing: neither stale nor never declared.</summary>
    NotStale,

    /// <summary>Stale or never declared: whoever must be asked.</summary>
    ToChase,
}

public enum BoardOrder
{
    /// <summary>A list for each kind of site, each by name.</summary>
    Kind,

    Name,

    /// <summary>Most available first.</summary>
    Available,

    /// <summary>Nearest first.</summary>
    Distance,

    /// <summary>Newest figures first.</summary>
    Age,

    /// <summary>Never declared first, then the oldest figures.</summary>
    Oldest,
}
