namespace CapacityBoard.Interop.Hl7;

/// <summary>A field, or one repetition of it.</summary>
internal readonly struct Hl7Field(string text, Hl7Separators separators)
{
    private const int MostRepetitions = 100;
    private const int Longest = 250;
    private const string Null = "\"\"";

    public static Hl7Field Empty { get; } = new("", Hl7Separators.Default);

    /// <summary>True for <c>""</c>, by which a sender says that there is no value any more.</summary>
    public bool IsNull => text == Null;

    public IEnumerable<Hl7Field> Repetitions
    {
        get
        {
            var of = separators;
            return text.Split(of.Repetition, MostRepetitions).Select(each => new Hl7Field(each, of));
        }
    }

    /// <summary>A component of the first repetition, without escapes and without spaces around it; empty if it is not there.</summary>
    public string Component(int number, int subcomponent = 1)
    {
        var first = Part(text, separators.Repetition, 1);
        var value = Part(Part(first, separators.Component, number), separators.Subcomponent, subcomponent);
        if (value.SequenceEqual(Null))
        {
            return "";
        }

        var plain = Hl7Escapes.Decode(value, separators).Trim();
        return plain.Length <= Longest ? plain : plain[..Longest];
    }

    private static ReadOnlySpan<char> Part(ReadOnlySpan<char> of, char separator, int number)
    {
        for (var index = 1; index < number; index++)
        {
            if (of.IndexOf(separator) is not (>= 0 and var end))
            {
                return [];
            }

            of = of[(end + 1)..];
        }

        return of.IndexOf(separator) is >= 0 and var length ? of[..length] : of;
    }
}
