using System.Collections.Immutable;

namespace CapacityBoard.Import;

/// <summary>A column of a directory, with the other names that editions of the directory have given it.</summary>
/// <remarks>
/// Only a name's letters and digits are compared, as editions differ in case, spaces, apostrophes and brackets.
/// </remarks>
internal sealed class Column(string name, params string[] otherNames)
{
    /// <summary>The name that messages use.</summary>
    public string Name { get; } = name;

    /// <summary>What any of its names is compared by.</summary>
    public ImmutableArray<string> Keys { get; } = [.. otherNames.Prepend(name).Select(KeyOf)];

    public static implicit operator Column(string name) => new(name);

    public static string KeyOf(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
