using System.Reflection;

namespace CapacityBoard.Access.Accounts;

/// <summary>The passwords that attackers guess first. README.md beside the list gives its source.</summary>
internal sealed class CommonPasswords
{
    /// <summary>
    /// The shortest password in the list, so anything shorter that is left of a password need not be looked up.
    /// </summary>
    private const int FewestCharacters = 8;

    private const string List = "common-passwords.txt";

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _passwords = Read().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// True for a common password in any case, with digits and signs before or after it, and with usual substitutions:
    /// <c>P@ssw0rd2018!</c> is <c>password</c>.
    /// </summary>
    /// <remarks>A common password may itself begin or end with digits, so every possible number of them is removed.</remarks>
    public bool Contains(string password)
    {
        var plain = Substitutions.Undo(password);
        var before = password.TakeWhile(NoLetter).Count();
        var after = password.Reverse().TakeWhile(NoLetter).Count();
        for (var start = 0; start <= before; start++)
        {
            var earliestEnd = Math.Max(password.Length - after, start + FewestCharacters);
            for (var end = earliestEnd; end <= password.Length; end++)
            {
                if (_passwords.Contains(plain.AsSpan()[start..end]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool NoLetter(char written) => !char.IsLetter(written);

    private static HashSet<string> Read()
    {
        using var text = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(List)!);
        var passwords = new HashSet<string>();
        while (text.ReadLine() is { } password)
        {
            passwords.Add(Substitutions.Undo(password));
        }

        return passwords;
    }
}
