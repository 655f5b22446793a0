using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Board;
using CapacityBoard.Journal;
using CapacityBoard.Projections;
using CapacityBoard.Sites;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using CapacityBoard.Ui.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CapacityBoard.Changes;

/// <summary>What changed in a locality or at one of its sites since a time, newest first, hour by hour.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ChangesModel(Boards boards, ChangeFeed feed, FoldProgress progress, AccessLog log, TimeProvider clock) : PageModel
{
    private const string Looked = "changes-looked";

    private IReadOnlyList<ChangeLine> _all = [];
    private IReadOnlyList<ChangesSince> _times = [];

    public string Locality => (string)RouteData.Values["locality"]!;

    public DateTimeOffset Now { get; private set; }

    public ListAddress Address => new(Request);

    public ChangesSince Since { get; private set; } = null!;

    public ListLinks TimeLinks => new("since", "Show", [.. _times.Select(time => new PageLink(time.Words, Choosing("since", time.Code), time.Code == Since.Code))]);

    /// <summary>How many changes of each kind there are.</summary>
    public ListLinks KindLinks => new(
        "kind",
        null,
        [
            new($"Everything: {All}", Choosing("kind", null), Kind is null),
            .. _all.CountBy(line => line.Kind).OrderBy(each => each.Key)
                .Select(each => new PageLink($"{ChangeKinds.Of(each.Key)}: {each.Value}", Choosing("kind", Codes.Of(each.Key)), each.Key == Kind)),
            .. Site is null ? Array.Empty<PageLink>() : [new($"All of {Labels.OfPart(Locality)}", Choosing("site", null), IsCurrent: false)],
        ]);

    /// <summary>Since when changes are shown; later than asked if there are too many.</summary>
    public DateTimeOffset Begins { get; private set; }

    /// <summary>The only site shown; null for all.</summary>
    public Site? Site { get; private set; }

    public ChangeKind? Kind => Address.Code<ChangeKind>("kind");

    public int All => _all.Count;

    public int Later => Asked.Count() - Address.Shown(Asked).Count();

    /// <summary>The changes shown, by the hour in which they happened.</summary>
    public IEnumerable<(string Hour, IReadOnlyList<ChangeLine> Lines)> Hours => Address.Shown(Asked)
        .GroupBy(line => (Day: LocalDay.Of(line.At), QuickTimes.Clock(line.At)[..2]))
        .Select(hour => ($"{QuickTimes.InSentence(hour.Key.Day, LocalDay.Of(Now)).AsSentence()}, {hour.Key.Item2}:00 to {hour.Key.Item2}:59", (IReadOnlyList<ChangeLine>)[.. hour]));

    private IEnumerable<ChangeLine> Asked => Kind is { } kind ? _all.Where(line => line.Kind == kind) : _all;

    public async Task<IActionResult> OnGetAsync(string locality)
    {
        await progress.UpToDate(HttpContext.RequestAborted);
        if (boards.Find(locality) is null)
        {
            return NotFound();
        }

        Now = clock.GetUtcNow();
        Since = ChangesSince.Parse(Request.Query["since"], Now);
        _times = [.. ChangesSince.All(Instants.TryParse(Request.Cookies[Looked], out var at) ? at : null, Now).Append(Since).DistinctBy(time => time.Code)];
        Site = SiteKey.TryParse(Request.Query["site"], out var key) && key.Locality == locality ? boards.Find(key) : null;
        var teller = new ChangeTeller(HttpContext.Caller()!, NameOf, Now);
        (var changes, Begins) = await feed.Since(locality, Site?.Key, Since.At, HttpContext.RequestAborted);
        _all = [.. changes.Select(teller.Of).OfType<ChangeLine>()];
        if (!Request.QueryString.HasValue)
        {
            RememberLooking();
        }

        await log.RecordView(HttpContext, Address.Shown(Asked).Select(line => (line.Site, line.Stay)));
        return Page();
    }

    private string Choosing(string field, string? value) => Address.With((field, value), ("all", null));

    private string NameOf(SiteKey site) => boards.Find(site)?.Details is { } details ? Labels.Of(details) : Labels.OfPart(site.Name);

    /// <summary>This browser remembers for a month when its owner last came here; what they choose on the page is the same look.</summary>
    private void RememberLooking() => Response.Cookies.Append(Looked, Instants.ToText(Now), new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = TimeSpan.FromDays(30),
        Path = $"{Request.PathBase}{Request.Path}",
        SameSite = SameSiteMode.Lax,
        Secure = Request.IsHttps,
    });
}
