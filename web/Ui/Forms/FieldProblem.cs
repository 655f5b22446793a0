namespace CapacityBoard.Ui;

/// <summary>What is wrong with one field of a form, for the person who filled it in.</summary>
public sealed record FieldProblem(string Field, string Message);
