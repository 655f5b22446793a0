namespace CapacityBoard.Journal;

/// <summary>A segment's home localities as both databases keep them: <c>|a|b|</c>, so that <c>|a|</c> finds the first; empty if there are none.</summary>
internal static class StoredHomes
{
    private const char Between = '|';

    public static string Write(IReadOnlyList<string> homes) => homes.Count == 0 ? "" : $"{Between}{string.Join(Between, homes)}{Between}";

    public static IReadOnlyList<string> Read(string text) => text.Split(Between, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What the text contains if it names a home.</summary>
    public static string Mark(string home) => $"{Between}{home}{Between}";
}
