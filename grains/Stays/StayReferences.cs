using System.Text.RegularExpressions;
using CapacityBoard.Sites;

namespace CapacityBoard.Stays;

/// <summary>
/// The hospital's own reference of a stay: letters, digits, <c>. / -</c>, at most 40 characters and at least one digit. Spaces
/// are not allowed, so that nobody's name is ever stored. <c>sh1</c> and <c>SH1</c> are the same; the first spelling is shown.
/// </summary>
public static partial class StayReferences
{
    public static StringComparer Comparer => StringComparer.OrdinalIgnoreCase;

    /// <summary>One text for all spellings of a reference, for lookups.</summary>
    public static string Key(string reference) => reference.ToUpperInvariant();

    public static bool AreSame(string? one, string? other) => Comparer.Equals(one, other);

    public static Refusal? Check(string? reference, string field) =>
        reference is not null && Allowed().IsMatch(reference)
            ? null
            : Limits.Invalid(
                field, $"'{field}' must be the hospital's own reference: letters, digits, '.', '/' and '-', at most 40 characters and at least one digit. Never a name.");

    public static Refusal? CheckOptional(string? reference, string field) => reference is null ? null : Check(reference, field);

    [GeneratedRegex("^(?=.*[0-9])[A-Za-z0-9][A-Za-z0-9./-]{0,39}\\z")]
    private static partial Regex Allowed();
}
