using System.Globalization;
using CapacityBoard.Sites;

namespace CapacityBoard.Ui.Forms;

/// <summary>
/// A form as it was sent. Reading a field that cannot be right answers a value all the same and names the
/// problem; a form with problems is shown again and nothing is done.
/// </summary>
public sealed class SentForm(IFormCollection values)
{
    /// <summary>The field that says which of a page's forms this is.</summary>
    public const string IdField = "form";

    /// <summary>The field that carries the operation id, made when the form was rendered.</summary>
    public const string OperationField = "operation";

    /// <summary>What a choice of times calls the one that is typed.</summary>
    public const string OtherTime = "other";

    private const string PutInByThePage = "the-";

    private readonly List<FieldProblem> _problems = [];

    public string Id => Text(IdField) ?? "form";

    public string Operation => Text(OperationField) ?? "";

    /// <summary>All that was sent, by the fields' names.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fields => values.Select(each => KeyValuePair.Create(each.Key, each.Value.ToString()));

    public IReadOnlyList<FieldProblem> Problems => _problems;

    public bool IsValid => _problems.Count == 0;

    /// <summary>
    /// What was typed, without spaces around it; null where that is nothing. What the page itself put in is sent
    /// as <c>the-{name}</c>.
    /// </summary>
    public string? Text(string name) => Sent(name) ?? TypedDate(name) ?? Sent(PutInByThePage + name);

    /// <summary>Names a problem: at its field, or at the form as a whole where there is no field for it.</summary>
    public void AddProblem(string? name, string message) =>
        _problems.Add(new(name is null || values.ContainsKey(PutInByThePage + name) ? Id : $"{Id}-{name}", message));

    public string Required(string name, string whereMissing, int most = Limits.ShortText)
    {
        if (Text(name) is not { } text)
        {
            AddProblem(name, whereMissing);
            return "";
        }

        return NoLonger(name, text, most);
    }

    public string? Optional(string name, int most = Limits.ShortText) => Text(name) is { } text ? NoLonger(name, text, most) : null;

    /// <param name="what">What is counted, as a sentence's beginning: "Total beds".</param>
    public int Count(string name, string what, int least = 0)
    {
        if (int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= least && count <= Limits.MostBeds)
        {
            return count;
        }

        AddProblem(name, $"{what} must be a whole number from {least} to {Limits.MostBeds}.");
        return least;
    }

    /// <summary>A number that the page put into the form; 0 where it is none.</summary>
    public int Seen(string name) => int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0;

    public TCode Code<TCode>(string name, string whereMissing)
        where TCode : struct, Enum
    {
        if (Codes.TryParse<TCode>(Text(name), out var code))
        {
            return code;
        }

        AddProblem(name, whereMissing);
        return default;
    }

    /// <summary>The codes whose boxes were ticked, each sent as <c>{name}-{code}</c>, in the order of their list.</summary>
    public IReadOnlyList<TCode> Ticked<TCode>(string name)
        where TCode : struct, Enum => [.. Enum.GetValues<TCode>().Where(code => IsTicked($"{name}-{Codes.Of(code)}"))];

    public bool IsTicked(string name) => Text(name) is not null;

    public DateOnly? Date(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        var date = TypedTime.Date(text);
        if (date is null)
        {
            AddProblem(name, "Enter a real date, such as 27 3 2026.");
        }

        return date;
    }

    /// <summary>A chosen time, or the one typed as <see cref="WallTime"/> names its fields; null where nothing was.</summary>
    public DateTimeOffset? Time(string name)
    {
        if (Text(name) is { } chosen && chosen != OtherTime)
        {
            return TypedTime.Choice(chosen) ?? InvalidTime(name, "Choose a time.");
        }

        return (Text(name + WallTime.DateEnd), Text(name + WallTime.TimeEnd)) switch
        {
            (null, null) => null,
            (null, _) => InvalidTime(name + WallTime.DateEnd, "Enter a date as well as a time."),
            (_, null) => InvalidTime(name + WallTime.TimeEnd, "Enter a time, such as 14:30."),
            var (date, time) => TypedAt(name, date, time),
        };
    }

    /// <summary>Says at the fields what a site answered.</summary>
    /// <param name="place">What the site is called that the refusal is about.</param>
    public void Refuse(Refusal refusal, string? place = null)
    {
        var name = RefusalWords.FieldOf(refusal) is { } field ? FieldNames(field).FirstOrDefault(IsAsked) : null;
        AddProblem(name, RefusalWords.Of(refusal, place));
    }

    /// <summary>What cannot be seen came with what was pasted: nobody is asked to find it.</summary>
    private string? Sent(string name) =>
        string.Concat(values[name].ToString().Where(each => char.GetUnicodeCategory(each) != UnicodeCategory.Format)).Trim() is { Length: > 0 } text ? text : null;

    private bool IsAsked(string name) => values.ContainsKey(name) || values.ContainsKey(name + TypedTime.DayEnd);

    private string? TypedDate(string name) => TypedTime.InThreeFields(Sent, name);

    private static IEnumerable<string> FieldNames(string field) => field == "occupied" ? ["free"] : [field, field + WallTime.DateEnd];

    private string NoLonger(string name, string text, int most)
    {
        if (text.Length > most)
        {
            AddProblem(name, $"Enter {most} characters or fewer. You entered {text.Length}.");
        }
        else if (!Limits.IsPlain(text))
        {
            AddProblem(name, "Remove line breaks and special characters.");
        }

        return text;
    }

    private DateTimeOffset? TypedAt(string name, string date, string time)
    {
        if (TypedTime.Date(date) is null)
        {
            return InvalidTime(name + WallTime.DateEnd, "Enter a real date, such as 27 3 2026.");
        }

        if (WallTime.Typed(date, time) is not { } typed)
        {
            return InvalidTime(name + WallTime.TimeEnd, "Enter a time, such as 14:30.");
        }

        var (at, problem) = typed.Instant(name, Text(name + WallTime.ClocksEnd));
        return problem is null ? at : InvalidTime(problem.Field, problem.Message);
    }

    private DateTimeOffset? InvalidTime(string name, string message)
    {
        AddProblem(name, message);
        return null;
    }
}
