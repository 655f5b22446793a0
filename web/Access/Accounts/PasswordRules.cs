using System.Text;
using Microsoft.AspNetCore.Identity;

namespace CapacityBoard.Access.Accounts;

/// <summary>
/// Passwords must be long and not commonly guessed. There are no rules about letters, digits and signs, as the National Cyber
/// Security Centre advises: such rules make passwords hard to remember and easy to guess.
/// </summary>
internal sealed class PasswordRules<TUser>(CommonPasswords common) : IPasswordValidator<TUser>
    where TUser : class
{
    public const int FewestCharacters = 12;

    /// <summary>Limits the work of hashing a password.</summary>
    public const int MostCharacters = 128;

    private const int LongestRun = 10;

    /// <summary>Shorter user names occur in too many words to forbid.</summary>
    private const int ShortestName = 4;

    private const string Product = "capacityboard";

    public async Task<IdentityResult> ValidateAsync(UserManager<TUser> manager, TUser user, string? password)
    {
        var name = await manager.GetUserNameAsync(user) ?? "";
        IdentityError[] errors = [.. ProblemsOf(password ?? "", name)];
        return errors is [] ? IdentityResult.Success : IdentityResult.Failed(errors);
    }

    private IEnumerable<IdentityError> ProblemsOf(string password, string userName)
    {
        if (LengthProblem(password) is { } problem)
        {
            return [problem];
        }

        var plain = LettersAndDigits(password);
        return Those(
            (common.Contains(password), "common", "This password is easy to guess. Try 3 random words instead"),
            (NamesOf(userName).Any(plain.Contains), "contains-user-name", "Password must not contain your user name"),
            (plain.Contains(LettersAndDigits(Product)), "contains-product", "Password must not contain ‘capacity board’"),
            (IsRepeated(password), "repeated", "Password must not repeat the same few characters"));
    }

    private static IdentityError? LengthProblem(string password) => password.EnumerateRunes().Count() switch
    {
        0 => Problem("missing", "Enter a password"),
        < FewestCharacters => Problem("too-short", $"Password must be at least {FewestCharacters} characters. 3 random words are easy to remember"),
        > MostCharacters => Problem("too-long", $"Password must be at most {MostCharacters} characters"),
        _ => null,
    };

    /// <summary>The user name and, for an e-mail address, the part before the @.</summary>
    private static IEnumerable<string> NamesOf(string userName) =>
        new[] { userName, userName.Split('@')[0] }.Select(LettersAndDigits).Where(name => name.Length >= ShortestName);

    /// <summary>True for <c>aaaaaaaaaaaa</c>, <c>abcabcabcabc</c> and <c>abcdeabcdeab</c>.</summary>
    private static bool IsRepeated(string password) => Enumerable.Range(1, Math.Min(LongestRun, password.Length / 2))
        .Any(run => password.AsSpan()[run..].Equals(password.AsSpan()[..^run], StringComparison.OrdinalIgnoreCase));

    /// <summary>Reduces text so that <c>Jo.Brown</c> and <c>j0-brown</c> are equal.</summary>
    private static string LettersAndDigits(string text) =>
        Substitutions.Undo(text).Where(char.IsLetterOrDigit).Aggregate(new StringBuilder(), (letters, each) => letters.Append(each)).ToString();

    private static IEnumerable<IdentityError> Those(params (bool Is, string Code, string Message)[] problems) =>
        problems.Where(problem => problem.Is).Select(problem => Problem(problem.Code, problem.Message));

    private static IdentityError Problem(string code, string message) => new() { Code = code, Description = message };
}
