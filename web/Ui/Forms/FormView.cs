namespace CapacityBoard.Ui.Forms;

/// <summary>One form of a page as it is shown: empty, or as it was sent with what is wrong.</summary>
/// <param name="Id">Which form of the page; ids of its fields begin with it.</param>
/// <param name="Operation">The id of the one act that this form does, however often it is sent.</param>
/// <param name="Sent">What was sent; null where the form was not.</param>
public sealed record FormView(string Id, string Operation, SentForm? Sent)
{
    public bool HasProblems => Sent is { IsValid: false };

    /// <summary>True if the form was sent and this field has a problem or was filled in, for a field that is asked only then.</summary>
    public bool IsAtFault(string name) => ProblemAt(name) is not null || (Sent is not null && (Sent.Text(name) ?? Sent.Text($"{name}-yes")) is not null);

    public string? Value(string name, string? first = null) => Sent is null ? first : Sent.Text(name);

    public TextInput Text(string name, string label, string? first = null, string? hint = null) =>
        new(IdOf(name), name, label, Value(name, first), hint, ProblemAt(name));

    public TextInput Count(string name, string label, int? first = null, string? hint = null) =>
        Text(name, label, first?.ToString(System.Globalization.CultureInfo.InvariantCulture), hint) with { Kind = InputKind.Count };

    /// <summary>A date in three fields. A date that was sent stands in them as it was typed.</summary>
    public DateInput Date(string name, string label, DateOnly? first = null, string? hint = null) =>
        DateInput.Of(IdOf(name), name, label, field => Sent?.Text(field), Sent is null ? first : null, hint, ProblemAt(name));

    /// <param name="autocomplete">What the browser may fill in, as HTML names it: <c>username</c>, <c>one-time-code</c>.</param>
    public TextInput Filled(string name, string label, string autocomplete, string? hint = null, InputKind kind = InputKind.Text) =>
        Text(name, label, null, hint) with { Kind = kind, Autocomplete = autocomplete };

    /// <summary>A password: never shown again once it was sent.</summary>
    public TextInput Password(string name, string label, string autocomplete, string? hint = null) =>
        Filled(name, label, autocomplete, hint, InputKind.Password) with { Value = null };

    public ChoiceInput Choice(string name, string label, IEnumerable<Option> options, string? first = null, string? none = null, string? hint = null) =>
        new(IdOf(name), name, label, [.. options], Value(name, first), none, hint, ProblemAt(name));

    /// <summary>Boxes of which any number may be ticked; the first has the id of the whole, so that a problem leads there.</summary>
    public TickInput Ticks(string name, string label, IEnumerable<Option> options, IReadOnlyCollection<string> first, string? hint = null) => new(
        IdOf(name),
        name,
        label,
        [.. options.Select(option => (option, Sent is null ? first.Contains(option.Value) : Sent.IsTicked($"{name}-{option.Value}")))],
        hint,
        ProblemAt(name));

    /// <summary>A text for which a list elsewhere on the page offers what is known.</summary>
    public TextInput Offered(string name, string label, string list, string? first = null, string? hint = null) =>
        Text(name, label, first, hint) with { List = list };

    /// <summary>A reason: one of the usual ones, or in one's own words.</summary>
    public ReasonInput Reason(IReadOnlyList<string> usual, string label = "Reason") =>
        new(Choice("reason", label, Options.Of(usual), none: "Choose a reason"), Text("words", "Or another reason"));

    /// <summary>A choice of times, the last of which is typed. A time that was sent stays among them, though the others have moved on.</summary>
    public TimeInput Times(string name, string label, IReadOnlyList<Option> quick, DateTimeOffset now, string? first, string other) =>
        new(Choice(name, label, [.. quick, .. SentBefore(name, quick, now), new(SentForm.OtherTime, other)], first), DateAndTime(name));

    /// <summary>A date and a time that are typed, and where that time comes twice the choice between the two.</summary>
    public DateAndTimeInput DateAndTime(string name, string date = "Date") =>
        new(Date(name + WallTime.DateEnd, date), Text(name + WallTime.TimeEnd, "Time") with { Kind = InputKind.Time }, Clocks(name));

    private IEnumerable<Option> SentBefore(string name, IReadOnlyList<Option> quick, DateTimeOffset now) =>
        Sent?.Text(name) is { } sent && quick.All(option => option.Value != sent) && TypedTime.Choice(sent) is { } at
            ? [new(sent, $"As chosen, {QuickTimes.Of(at, now)}")]
            : [];

    private ChoiceInput? Clocks(string name) =>
        WallTime.Typed(Sent?.Text(name + WallTime.DateEnd), Sent?.Text(name + WallTime.TimeEnd)) is { Choices.Count: > 0 } typed
            ? Choice(name + WallTime.ClocksEnd, typed.Question, typed.Choices)
            : null;

    private string IdOf(string name) => $"{Id}-{name}";

    private string? ProblemAt(string name) => Sent?.Problems.FirstOrDefault(problem => problem.Field == IdOf(name))?.Message;
}

public enum InputKind
{
    Text,
    BedLabel,
    Count,
    Number,
    Time,
    Password,
    Code,
}

/// <param name="Group">The heading under which it stands, with the options next to it that have the same; null for none.</param>
public sealed record Option(string Value, string Label, string? Group = null);

/// <summary>A field as it is shown.</summary>
/// <param name="Name">What it is sent as.</param>
public abstract record FormInput(string Id, string Name, string Label, string? Hint, string? Problem)
{
    public string? DescribedBy => (Hint, Problem) switch
    {
        (null, null) => null,
        (_, null) => $"{Id}-hint",
        (null, _) => $"{Id}-error",
        _ => $"{Id}-hint {Id}-error",
    };
}

public sealed record TextInput(string Id, string Name, string Label, string? Value, string? Hint, string? Problem, InputKind Kind = InputKind.Text, string Autocomplete = "off", string? List = null)
    : FormInput(Id, Name, Label, Hint, Problem);

/// <param name="None">What stands where nothing is chosen; null where something always is.</param>
public sealed record ChoiceInput(string Id, string Name, string Label, IReadOnlyList<Option> Options, string? Chosen, string? None, string? Hint, string? Problem)
    : FormInput(Id, Name, Label, Hint, Problem);

public sealed record TickInput(string Id, string Name, string Label, IReadOnlyList<(Option Option, bool IsTicked)> Options, string? Hint, string? Problem)
    : FormInput(Id, Name, Label, Hint, Problem);

/// <param name="Day">As it was typed, as are the others; null if empty.</param>
public sealed record DateInput(string Id, string Name, string Label, string? Day, string? Month, string? Year, string? Hint, string? Problem)
    : FormInput(Id, Name, Label, Hint, Problem)
{
    /// <param name="sent">What a field was sent with; null if it is empty. The date may also have come in one piece.</param>
    /// <param name="first">What stands in the fields while nothing was sent.</param>
    internal static DateInput Of(string id, string name, string label, Func<string, string?> sent, DateOnly? first, string? hint, string? problem)
    {
        var whole = sent(name);
        var typed = whole ?? TypedTime.InThreeFields(sent, name);
        var date = typed is null ? first : TypedTime.Date(typed);
        var (month, year) = (Part(TypedTime.MonthEnd, "%M"), Part(TypedTime.YearEnd, "yyyy"));

        // What came in one piece and is no date stands in the first field.
        return new(id, name, label, Part(TypedTime.DayEnd, "%d") ?? (month is null && year is null ? whole : null), month, year, hint, problem);

        string? Part(string end, string format) => sent(name + end) ?? date?.ToString(format, System.Globalization.CultureInfo.InvariantCulture);
    }
}

public sealed record ReasonInput(ChoiceInput Usual, TextInput Words);

public sealed record TimeInput(ChoiceInput Choice, DateAndTimeInput Typed);

/// <param name="Clocks">Which of two is meant where the clock shows the time twice; null where it does not.</param>
public sealed record DateAndTimeInput(DateInput Date, TextInput Time, ChoiceInput? Clocks);
