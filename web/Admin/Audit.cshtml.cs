using System.Collections.Immutable;
using CapacityBoard.Access;
using CapacityBoard.Access.Audit;
using CapacityBoard.Board;
using CapacityBoard.Ui.Lists;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Admin;

/// <summary>Who saw or did what, on the page or as a file.</summary>
internal sealed class AuditModel(AuditTrail trail, AuditReaches reaches, Boards boards, AccessLog log, TimeProvider clock) : AdminPage(clock)
{
    public const int LinesAPage = 100;

    /// <summary>The most lines in a file; larger exports must be split by date.</summary>
    public const int MostExported = 20_000;

    /// <summary>The most lines that are sorted by anything but their time, since all of them are read for it.</summary>
    public const int MostSorted = 2_000;

    private const int LinesAtOnce = 2_000;
    private const int LongestNote = 200;

    public AuditFilter Filter => field ??= new(Request.Query);

    public AuditPage Found { get; private set; } = new([], null);

    public ListAddress List => new(Request, "older");

    /// <summary>The order that the lines are in.</summary>
    public AuditOrder Order { get; private set; }

    /// <summary>True if more lines match than are sorted in the order asked for.</summary>
    public bool IsTooMany => Order != List.Order<AuditOrder>();

    /// <summary>How many more lines are shown when all are asked for.</summary>
    public int Later { get; private set; }

    protected override Permission Needed => Permission.SeeAudit;

    public override async Task<IActionResult> OnGetAsync()
    {
        if (Filter.Problems.Count > 0)
        {
            return Page();
        }

        if (Request.Query["format"] == "csv")
        {
            return await Export();
        }

        await Load();
        return Page();
    }

    protected override async Task<bool> Load()
    {
        var token = HttpContext.RequestAborted;
        var reach = await reaches.Of(Mine, token);
        if (List.Order<AuditOrder>() is var order and not AuditOrder.Time && await trail.ReadAll(Filter.Question, reach, MostSorted, token) is { } all)
        {
            Order = order;
            Found = new([.. List.Shown(AuditWords.Sorted(all, order, boards))], null);
            Later = all.Length - Found.Lines.Length;
        }
        else
        {
            var cursor = AuditCursor.TryParse(Request.Query["older"], out var older) ? older : null;
            Found = await trail.Read(Filter.Question, reach, cursor, LinesAPage, token);
        }

        await log.RecordAuditView(HttpContext, Mine.Only?.Value, Found.Lines.Select(line => line.StayShown(Filter.Question.Stay)));
        return true;
    }

    /// <summary>Records the download before sending it.</summary>
    private async Task<IActionResult> Export()
    {
        var token = HttpContext.RequestAborted;
        var reach = await reaches.Of(Mine, token);
        var lines = ImmutableArray.CreateBuilder<AuditLine>();
        AuditCursor? next = null;
        do
        {
            var page = await trail.Read(Filter.Question, reach, next, LinesAtOnce, token);
            lines.AddRange(page.Lines);
            next = page.Older;
        }
        while (next is not null && lines.Count < MostExported);

        var words = $"{lines.Count:#,0} {(lines.Count == 1 ? "line" : "lines")} from the audit: {Filter.Words}";
        var stays = StayList.Of(lines.SelectMany(line => StayList.In(line.Stay)));
        await log.Write(HttpContext, Acts.Exported, Mine.Only?.Value, stays, note: words[..Math.Min(words.Length, LongestNote)]);
        return File(AuditCsv.Of(lines), "text/csv; charset=utf-8", $"audit-{Now.UtcDateTime:yyyy-MM-dd-HHmm}.csv");
    }
}
