namespace CapacityBoard.Ui.Forms;

/// <summary>A form whose fields stand in the page's address: filters, and what a report is asked for.</summary>
/// <param name="problems">What is wrong with the address, by its fields' names.</param>
public sealed class QueryView(IQueryCollection query, IReadOnlyList<FieldProblem> problems)
{
    public TextInput Text(string name, string label, InputKind kind = InputKind.Text, string? first = null) =>
        new(name, name, label, Value(name) ?? first, Hint: null, ProblemAt(name), kind);

    /// <summary>A date in three fields, as it was typed or as a link has it.</summary>
    public DateInput Date(string name, string label, DateOnly? first = null) => DateInput.Of(name, name, label, Value, first, hint: null, ProblemAt(name));

    /// <param name="none">What choosing nothing means; null where something always is chosen.</param>
    public ChoiceInput Choice(string name, string label, IReadOnlyList<Option> options, string? none) =>
        new(name, name, label, options, Value(name), none, Hint: null, ProblemAt(name));

    private string? Value(string name) => query[name].ToString() is { Length: > 0 } text ? text : null;

    private string? ProblemAt(string name) => problems.FirstOrDefault(problem => problem.Field == name)?.Message;
}
