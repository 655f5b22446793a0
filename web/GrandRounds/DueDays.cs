using System.Globalization;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.GrandRounds;

/// <summary>Usual due days, to choose instead of typing.</summary>
public static class DueDays
{
    private const int MostAhead = 366;

    /// <summary>Tomorrow, Friday and the next round, without repeats.</summary>
    /// <param name="chosen">A day to include; null for none.</param>
    public static IReadOnlyList<Option> Quick(DateOnly today, RoundWeek week, DateOnly? chosen = null)
    {
        var (tomorrow, round) = (today.AddDays(1), week.Next.Day);
        var friday = today.AddDays((DayOfWeek.Friday - tomorrow.DayOfWeek + 7) % 7 + 1);
        return
        [
            .. new[]
            {
                chosen is { } day && day != tomorrow && day != round && day != friday ? new Option(Value(day), Named(day)) : null,
                tomorrow == round ? null : new(Value(tomorrow), $"Tomorrow, {Named(tomorrow)}"),
                friday == round || friday == tomorrow ? null : new(Value(friday), Named(friday)),
                new(Value(round), $"Next round, {Named(round)}"),
            }.OfType<Option>(),
        ];
    }

    public static string Value(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>The day typed, or else the one chosen; adds a problem if it is not valid.</summary>
    public static DateOnly Read(SentForm form, string name, DateOnly today, DateOnly? kept = null)
    {
        var due = form.Date($"{name}-date") ?? form.Date(name);
        if (due is null && form.IsValid)
        {
            form.AddProblem(name, "Choose a due date.");
        }
        else if (due is { } day && day != kept && (day < today || day > today.AddDays(MostAhead)))
        {
            form.AddProblem(form.Text($"{name}-date") is null ? name : $"{name}-date", "The due date must be today or later, and at most 1 year ahead.");
        }

        return due ?? today;
    }

    private static string Named(DateOnly day) => day.ToString("dddd d MMMM", CultureInfo.InvariantCulture);
}
