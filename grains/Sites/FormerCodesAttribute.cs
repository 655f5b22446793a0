namespace CapacityBoard.Sites;

/// <summary>
/// The codes that a value of a code list had before. They are read wherever a code is: in the journal, commands and addresses. They are
/// neither written nor offered.
/// </summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class FormerCodesAttribute(params string[] codes) : Attribute
{
    public IReadOnlyList<string> Codes { get; } = codes;

    /// <summary>The number of a value that became this one; a node of an older release sends it. It is never used again.</summary>
    public int Number { get; init; } = -1;
}
