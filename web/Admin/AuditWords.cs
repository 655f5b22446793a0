using System.Reflection;
using CapacityBoard.Access.Audit;
using CapacityBoard.Board;
using CapacityBoard.Sites;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Admin;

internal static class AuditWords
{
    /// <summary>All acts that can be filtered by, in order of name.</summary>
    public static IReadOnlyList<Option> Acts { get; } = [.. typeof(Acts).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.IsLiteral)
        .Select(field => (string)field.GetRawConstantValue()!)
        .Concat(JournalLines.Acts)
        .Select(code => new Option(code, Of(code)))
        .OrderBy(option => option.Label, StringComparer.Ordinal)];

    /// <summary>A site's name, for a ward with its hospital; null if it is not a site on the board.</summary>
    public static string? NameOf(Boards boards, string? about) => SiteKey.TryParse(about, out var key) && boards.Find(key)?.Details is { } details ? Labels.Of(details) : null;

    /// <summary>Lines in an order, as their table names them.</summary>
    public static IEnumerable<AuditLine> Sorted(IEnumerable<AuditLine> newestFirst, AuditOrder order, Boards boards) => order switch
    {
        AuditOrder.Who => newestFirst.OrderBy(line => line.Who, NaturalOrder.Comparer),
        AuditOrder.Act => newestFirst.OrderBy(line => Of(line.Act), StringComparer.Ordinal),
        AuditOrder.About => newestFirst.OrderBy(line => line.About is null).ThenBy(line => NameOf(boards, line.About) ?? line.About ?? "", NaturalOrder.Comparer),
        _ => newestFirst,
    };

    public static string Of(AuditOrder order) => order switch
    {
        AuditOrder.Time => "newest first",
        AuditOrder.Who => "who",
        AuditOrder.Act => "what",
        _ => "about",
    };

    /// <summary>The people a line concerns: one reference, and how many more.</summary>
    /// <param name="asked">The reference that was searched for; null for none.</param>
    public static string Stays(AuditLine line, string? asked) => (line.StayShown(asked), StayList.In(line.Stay).Count) switch
    {
        (null, 0) => "",
        (null, var count) => $"{count} people",
        ({ } shown, 1) => shown,
        ({ } shown, var count) => $"{shown} and {count - 1} more",
    };

    public static string Of(string code) => code.Replace('-', ' ').AsSentence();
}
