namespace CapacityBoard.Ui;

/// <summary>A field of a form as it is shown, with what is wrong with it.</summary>
/// <param name="Name">The field's name in the form, and its id on the page.</param>
public abstract record Field(string Name, string Label, IReadOnlyList<FieldProblem> Problems)
{
    public string? Problem => Problems.FirstOrDefault(problem => problem.Field == Name)?.Message;
}

public sealed record TextField(string Name, string Label, string? Value, IReadOnlyList<FieldProblem> Problems, bool IsNumber = false)
    : Field(Name, Label, Problems);

/// <param name="AnyLabel">What choosing nothing means.</param>
public sealed record SelectField(string Name, string Label, string AnyLabel, IReadOnlyList<Choice> Choices, IReadOnlyList<FieldProblem> Problems)
    : Field(Name, Label, Problems);

public sealed record Choice(string Value, string Label, bool IsChosen);
