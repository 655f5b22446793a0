using CapacityBoard.Sites;

namespace CapacityBoard.Ui.Forms;

/// <summary>What a field offers to choose from.</summary>
public static class Options
{
    /// <summary>Every code of a list, as people call it, in the list's order.</summary>
    public static IReadOnlyList<Option> Of<TCode>(Func<TCode, string> label)
        where TCode : struct, Enum => Of(Enum.GetValues<TCode>(), label);

    public static IReadOnlyList<Option> Of<TCode>(IEnumerable<TCode> codes, Func<TCode, string> label)
        where TCode : struct, Enum => [.. codes.Select(code => new Option(Codes.Of(code), label(code)))];

    /// <summary>Texts that are what they are called.</summary>
    public static IReadOnlyList<Option> Of(IEnumerable<string> texts) => [.. texts.Select(text => new Option(text, text))];
}
