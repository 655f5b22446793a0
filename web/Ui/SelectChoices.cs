using CapacityBoard.Sites;

namespace CapacityBoard.Ui;

/// <summary>The choices of a select field.</summary>
public static class SelectChoices
{
    public static IReadOnlyList<Choice> Of<TCode>(Func<TCode, string> label, TCode? chosen)
        where TCode : struct, Enum =>
        [.. Enum.GetValues<TCode>().Select(code => new Choice(Codes.Of(code), label(code), Equals(code, chosen)))];

    public static IReadOnlyList<Choice> Of(IEnumerable<string> values, string? chosen) =>
        [.. values.Select(value => new Choice(value, value, value == chosen))];
}
