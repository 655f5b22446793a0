namespace CapacityBoard.Access.Accounts;

/// <summary>Digits and signs written for the letters they look like, which attackers also try.</summary>
internal static class Substitutions
{
    /// <summary>
    /// Maps look-alike texts to one text of the same length: <c>P@ssw0rd</c> becomes <c>password</c>. A 1 may stand for i or l,
    /// so all three become one.
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
