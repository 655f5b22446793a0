using System.Collections.Immutable;

namespace CapacityBoard.Import;

/// <summary>A directory's column, with its names in other editions.</summary>
/// <remarks>
/// Only the letters and digits of names are compared, because editions differ in case, spaces, apostrophes and brackets.
/// </remarks>
internal sealed class Column(string name, params string[] otherNames)
{
    /// <summary>The name used in messages.</summary>
    public string Name { get; } = name;

    /// <summary>The form in which its names are compared.</summary>
    public ImmutableArray<string> Keys { get; } = [.. otherNames.Prepend(name).Select(KeyOf)];

    public static implicit operator Column(string name) => new(name);

    public static string KeyOf(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
