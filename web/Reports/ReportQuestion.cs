using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Ui;

namespace CapacityBoard.Reports;

/// <summary>A report's parameters.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; today at the latest.</param>
/// <param name="Place">The only hospital or unit to count, as <c>stockport/stepping-hill</c>; null for all.</param>
/// <param name="Now">Later midnights do not count yet.</param>
/// <param name="Type">The only bed type to count, in a report of beds; null for all.</param>
internal sealed record ReportQuestion(string Locality, DateOnly From, DateOnly To, string? Place, DateTimeOffset Now, BedType? Type = null)
{
    public const int MostDays = 400;

    /// <summary>The default length: the last four weeks.</summary>
    private const int UsualDays = 28;

    public IEnumerable<DateOnly> Days => Enumerable.Range(From.DayNumber, To.DayNumber - From.DayNumber + 1).Select(DateOnly.FromDayNumber);

    public bool Covers(string place) => Place is null || Place == place;

    public bool Covers(BedType type) => Type is null || Type == type;

    /// <summary>From the beginning of the first day to the end of the last.</summary>
    public Span Whole => new(LocalDay.StartOf(From), LocalDay.StartOf(To.AddDays(1)));

    public static ReportQuestion LastWeeks(string locality, DateTimeOffset now)
    {
        var today = LocalDay.Of(now);
        return new(locality, today.AddDays(1 - UsualDays), today, null, now);
    }

    /// <summary>Reads it from an address. Invalid parts are reported and replaced by their defaults.</summary>
    public static (ReportQuestion Question, IReadOnlyList<FieldProblem> Problems) Parse(string locality, IQueryCollection query, DateTimeOffset now)
    {
        var problems = new List<FieldProblem>();
        var usual = LastWeeks(locality, now);
        var to = Day("to") ?? usual.To;
        var from = Day("from") ?? to.AddDays(1 - UsualDays);
        var place = query["hospital"].ToString() is { Length: > 0 } text ? text : null;
        if (place is not null && !SiteKey.TryParse(place, out _))
        {
            problems.Add(new("hospital", "Choose a hospital or unit from the list."));
        }

        BedType? type = Codes.TryParse<BedType>(query["type"], out var known) ? known : null;
        if (type is null && query["type"].ToString().Length > 0)
        {
            problems.Add(new("type", "Choose a bed type from the list."));
        }

        if (to > usual.To)
        {
            problems.Add(new("to", $"The last day must be today, {ReportWords.Day(usual.To)}, or earlier."));
        }

        if (from > to)
        {
            problems.Add(new("from", "The first day must not be after the last day."));
        }
        else if (to.DayNumber - from.DayNumber >= MostDays)
        {
            problems.Add(new("from", $"Choose at most {MostDays} days."));
        }

        return (problems.Count == 0 ? new(locality, from, to, place, now, type) : usual, problems);

        DateOnly? Day(string name)
        {
            if (Ui.Forms.TypedTime.InQuery(query, name) is not { } typed)
            {
                return null;
            }

            var day = Ui.Forms.TypedTime.Date(typed);
            if (day is null || day.Value.Year is < 1900 or > 9000)
            {
                problems.Add(new(name, "Enter a real date, such as 27 3 2026."));
                return null;
            }

            return day;
        }
    }

    /// <summary>The time between two instants, the second one excluded.</summary>
    public readonly record struct Span(DateTimeOffset Begins, DateTimeOffset Ends)
    {
        public bool Covers(DateTimeOffset at) => Begins <= at && at < Ends;
    }
}
