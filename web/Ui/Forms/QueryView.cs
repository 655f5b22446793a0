namespace CapacityBoard.Ui.Forms;

/// <summary>A form whose fields stand in the page's address: filters, and what a report is asked for.</summary>
/// <param name="problems">What is wrong with the address, by its fields' names.</param>
public sealed class QueryView(IQueryCollection query, IReadOnlyList<FieldProblem> problems)
{
    public TextInput Text(string name, string label, InputKind kind = InputKind.Text, string? first = null) =>
        new(name, name, label, Value(name) ?? first, Hint: null, ProblemAt(name), kind);

    /// <summary>A date in three fields. What was typed stands in them, whole in the first if it is no date.</summary>
    public DateInput Date(string name, string label, DateOnly? first = null)
    {
        var typed = TypedTime.InQuery(query, name);
        var date = typed is null ? first : TypedTime.Date(typed);
        return new(name, name, label, Part(TypedTime.DayEnd, "%d") ?? (date is null ? Value(name) : null), Part(TypedTime.MonthEnd, "%M"), Part(TypedTime.YearEnd, "yyyy"), Hint: null, ProblemAt(name));

        string? Part(string end, string format) => Value(name + end) ?? date?.ToString(format, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <param name="none">What choosing nothing means; null where something always is chosen.</param>
    public ChoiceInput Choice(string name, string label, IReadOnlyList<Option> options, string? none) =>
        new(name, name, label, options, Value(name), none, Hint: null, ProblemAt(name));

    private string? Value(string name) => query[name].ToString() is { Length: > 0 } text ? text : null;

    private string? ProblemAt(string name) => problems.FirstOrDefault(problem => problem.Field == name)?.Message;
}
