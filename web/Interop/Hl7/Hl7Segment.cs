namespace CapacityBoard.Interop.Hl7;

/// <summary>One line of a message.</summary>
internal sealed class Hl7Segment(string text, Hl7Separators separators)
{
    private const int MostFields = 500;

    private string[]? _fields;

    public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    public ReadOnlySpan<char> Name => text.AsSpan(0, text.IndexOf(separators.Field) is >= 0 and var end ? end : text.Length);

    /// <summary>A field by the standard's number, from 1; empty if it is not there. MSH-1 is the separator itself.</summary>
    public Hl7Field this[int number]
    {
        get
        {
            _fields ??= text.Split(separators.Field, MostFields);
            var index = Is("MSH") ? number - 1 : number;
            return index switch
            {
                0 when number == 1 => new(separators.Field.ToString(), separators),
                < 1 => Hl7Field.Empty,
                _ when index >= _fields.Length => Hl7Field.Empty,
                _ => new(_fields[index], separators),
            };
        }
    }
}

internal static class Hl7Names
{
    public static bool Equals(this ReadOnlySpan<char> one, string other, StringComparison comparison) => MemoryExtensions.Equals(one, other, comparison);
}
