using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Board;
using CapacityBoard.Sites;
using CapacityBoard.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CapacityBoard.Choices;

/// <summary>Who could come to a place, of the people whom the caller may see.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class SuitedModel(SuitedSource source, AccessLog log) : PageModel
{
    private SuitedRead _read = null!;

    public Site Site => _read.Place;

    public SiteDetails Details => Site.Details!;

    public SuitedPeople People => _read.People;

    public DateTimeOffset Now => _read.At;

    public long Version => _read.Version;

    public async Task<IActionResult> OnGetAsync(string locality, string site)
    {
        if (!SiteKey.TryParse($"{locality}/{site}", out var key) || await source.Read(key, HttpContext.Caller()!, HttpContext.RequestAborted) is not { } read)
        {
            return NotFound();
        }

        _read = read;
        await log.RecordView(HttpContext, People.Stays);
        return Page();
    }

    /// <summary>How long somebody has been medically optimised, or when they are expected to leave.</summary>
    public string WaitOf(KnownStay person) => person.Stay.Optimised is null
        ? "Expected to leave within 24 hours"
        : $"Medically optimised for {person.Stay.DelayedDays(Now)} {StayWords.Nights(person.Stay.DelayedDays(Now))}";
}
