using System.Reflection;
using CapacityBoard.Access.Audit;
using CapacityBoard.Pages.Forms;
using CapacityBoard.Pages.Sites;

namespace CapacityBoard.Pages.Admin;

/// <summary>Acts and what happened, in words.</summary>
internal static class AuditWords
{
    /// <summary>All that can be asked for, by name.</summary>
    public static IReadOnlyList<Option> Acts { get; } = [.. typeof(Acts).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.IsLiteral)
        .Select(field => (string)field.GetRawConstantValue()!)
        .Concat(JournalLines.Acts)
        .Select(code => new Option(code, Of(code)))
        .OrderBy(option => option.Label, StringComparer.Ordinal)];

    public static string Of(string code) => code.Replace('-', ' ').AsSentence();
}
