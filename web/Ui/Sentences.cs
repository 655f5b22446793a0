namespace CapacityBoard.Ui;

internal static class Sentences
{
    /// <summary>The words with a capital first letter.</summary>
    public static string AsSentence(this string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
