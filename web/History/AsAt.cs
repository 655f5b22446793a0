using System.Globalization;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.WebUtilities;

namespace CapacityBoard.History;

/// <summary>
/// The time that a request asks to see: now or a past time. The query gives it as <c>at</c>, an instant with its zone, optionally
/// with <c>version</c>, the board version that a screen showed then; or, from forms, as <c>at-date</c> and <c>at-time</c> in
/// United Kingdom time, with <c>at-clocks</c> for a time that occurs twice.
/// </summary>
/// <param name="Began">The earliest time that may be asked for.</param>
/// <param name="Past">The past time; null for now, or if the time asked for is not valid.</param>
/// <param name="Version">The board version, if one is asked for.</param>
/// <param name="Problems">What is wrong with the time asked for; the present is then shown.</param>
public sealed record AsAt(DateTimeOffset Now, DateTimeOffset Began, DateTimeOffset? Past, long? Version, IReadOnlyList<FieldProblem> Problems)
{
    public const string AtField = "at";
    public const string VersionField = "version";
    public const string DateField = "at-date";
    public const string TimeField = "at-time";

    /// <summary>Which of the two is meant when clocks show a time twice.</summary>
    public const string ClocksField = "at-clocks";

    /// <summary>
    /// How far two nodes' clocks may differ: a time that another node has just shown does not count as the future.
    /// </summary>
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(1);

    /// <summary>The query fields that give the time.</summary>
    public static IReadOnlyList<string> Fields { get; } =
        [AtField, VersionField, DateField, DateField + TypedTime.DayEnd, DateField + TypedTime.MonthEnd, DateField + TypedTime.YearEnd, TimeField, ClocksField];

    public bool IsPast => Past is not null;

    /// <summary>The time asked for, or now.</summary>
    public DateTimeOffset At => Past ?? Now;

    /// <summary>The time within a sentence: "Tuesday 24 November at 14:05".</summary>
    public string Words => WordsOf(At);

    public static AsAt OfNow(DateTimeOffset now, DateTimeOffset began) => new(now, began, null, null, []);

    /// <summary>Reads a page's query.</summary>
    /// <param name="began">The earliest time that may be asked for: when the locality or site came onto the board.</param>
    public static AsAt Of(IQueryCollection query, DateTimeOffset now, DateTimeOffset began)
    {
        var (date, time) = (TypedTime.InQuery(query, DateField), Given(query, TimeField));
        return Given(query, AtField) is null && (date is not null || time is not null)
            ? OfNow(now, began).Typed(date, time, Given(query, ClocksField))
            : Of(Given(query, AtField), Given(query, VersionField), now, began);
    }

    /// <param name="at">An instant with its zone; null for now.</param>
    /// <param name="version">The board version that goes with it; null for everything decided by then.</param>
    /// <inheritdoc cref="Of(IQueryCollection, DateTimeOffset, DateTimeOffset)"/>
    public static AsAt Of(string? at, string? version, DateTimeOffset now, DateTimeOffset began)
    {
        var asked = OfNow(now, began);
        if (at is null)
        {
            return version is null ? asked : asked.Wrong(DateField, "Enter a time too: a version needs one.");
        }

        if (!Instants.TryParse(at.Replace(' ', '+'), out var instant))
        {
            return asked.Wrong(DateField, $"“{Shortened(at)}” is not a date and time with a time zone, such as 2026-01-31T17:30:00Z. {asked.Allowed}");
        }

        return version is null ? asked.AtInstant(instant)
            : long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? asked.AtInstant(instant, number)
            : asked.Wrong(DateField, $"“{Shortened(version)}” is not a version of the board. A version is a whole number.");
    }

    /// <summary>A locality at that time; null for the present, or if the locality is unknown.</summary>
    /// <param name="history">A history whose boards are up to date.</param>
    public Task<PastLocality?> Read(BoardHistory history, string locality, CancellationToken token) => (Past, Version) switch
    {
        (null, _) => Task.FromResult<PastLocality?>(null),
        ({ } at, { } version) => history.AtVersion(locality, version, at, token),
        ({ } at, null) => history.At(locality, at, token),
    };

    /// <summary>The address of another page as at the same time.</summary>
    public string Link(string address) => IsPast ? Link(address, At, Version) : address;

    /// <summary>The address of a page as at a time.</summary>
    public static string Link(string address, DateTimeOffset at, long? version = null)
    {
        var link = QueryHelpers.AddQueryString(address, AtField, Instants.ToText(at));
        return version is { } number ? QueryHelpers.AddQueryString(link, VersionField, number.ToString(CultureInfo.InvariantCulture)) : link;
    }

    /// <summary>The present, with the problem that a site was not there yet in the version asked for.</summary>
    public AsAt NotOnTheBoard(string site) => Wrong(DateField, $"{site} was not on the board yet in that version.");

    /// <summary>The present, with a problem of the time asked for.</summary>
    private AsAt Wrong(string field, string message) => this with { Past = null, Version = null, Problems = [new(field, message)] };

    private AsAt Typed(string? date, string? time, string? clocks)
    {
        if (date is null || TypedTime.Date(date) is null)
        {
            return Wrong(DateField, $"Enter a date, such as {LocalDay.ToLocal(Now).ToString("d M yyyy", CultureInfo.InvariantCulture)}. {Allowed}");
        }

        if (WallTime.Typed(date, time) is not { } typed)
        {
            return Wrong(TimeField, "Enter a time, such as 14:05.");
        }

        var (at, problem) = typed.Instant(AtField, clocks);
        return problem is null ? AtInstant(at!.Value) : Wrong(problem.Field, problem.Message);
    }

    private AsAt AtInstant(DateTimeOffset at, long? version = null)
    {
        if (at > Now + ClockDifference)
        {
            return Wrong(DateField, $"{WordsOf(at)} is in the future. {Allowed}");
        }

        return at < Began ? Wrong(DateField, $"{WordsOf(at)} is before the first record here. {Allowed}") : this with { Past = at, Version = version };
    }

    /// <summary>Typed times are the start of a minute, and the board may have begun within one.</summary>
    private string Allowed => $"Choose a time from {WordsOf(NextMinute(Began))} to now.";

    private string WordsOf(DateTimeOffset at)
    {
        var isThisYear = LocalDay.Of(at).Year == LocalDay.Of(Now).Year;
        return LocalTime.Text(at, isThisYear ? "dddd d MMMM 'at' HH:mm" : "dddd d MMMM yyyy 'at' HH:mm");
    }

    private static DateTimeOffset NextMinute(DateTimeOffset at) =>
        at.Ticks % TimeSpan.TicksPerMinute == 0 ? at : at.AddTicks(TimeSpan.TicksPerMinute - at.Ticks % TimeSpan.TicksPerMinute);

    private static string? Given(IQueryCollection query, string field) => query[field].ToString().Trim() is { Length: > 0 } text ? text : null;

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
