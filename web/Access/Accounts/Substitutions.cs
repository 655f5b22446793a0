namespace CapacityBoard.Access.Accounts;

/// <summary>Digits and signs that people write for the letters they look like. Whoever guesses passwords tries them as well.</summary>
internal static class Substitutions
{
    /// <summary>
    /// A text by which those that look alike are the same: <c>P@ssw0rd</c> is <c>password</c>. Of a length with the text.
    /// A 1 stands for an i and for an l, so that all three become one.
    /// </summary>
    public static string Undo(string text) => string.Create(text.Length, text, (letters, from) =>
    {
        for (var at = 0; at < letters.Length; at++)
        {
            letters[at] = Letter(char.ToLowerInvariant(from[at]));
        }
    });

    private static char Letter(char written) => written switch
    {
        '0' => 'o',
        '1' or 'i' => 'l',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        _ => written,
    };
}
