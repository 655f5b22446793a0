using System.Collections.Immutable;
using CapacityBoard.Access;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Board;
using CapacityBoard.Projections;
using CapacityBoard.Sites;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Feeds;

/// <summary>
/// How a hospital's messages are read, and those that wait. It shows locations and events, and no stay's reference: who sets a feed up need not see
/// who is in.
/// </summary>
internal sealed class FeedModel(KnownFeeds feeds, AdtReader reader, AccessLog log, Boards boards, FoldProgress progress, TimeProvider clock) : FormPage
{
    public HospitalWards Hospital { get; private set; } = null!;

    public FeedView Feed { get; private set; } = null!;

    public FeedDefinition Definition => Feed.Definition ?? FeedDefinition.Empty;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>True if whoever sets it up may see who is in, too.</summary>
    public bool MayCompare => HttpContext.Caller()!.May(Permission.SeeStays, Scope.Parse(Hospital.Key));

    /// <summary>What a test message means; null before one was tried.</summary>
    public TriedMessage? Tried { get; private set; }

    /// <summary>The wards, as messages write them, that no rule fits, with how many messages wait for each.</summary>
    public IReadOnlyList<(string Location, int Messages)> Unmapped =>
    [
        .. Feed.Waiting.Where(each => each.Obstacle.Problem == FeedProblem.LocationNotMapped)
            .CountBy(each => each.Obstacle.Detail.Split('^')[0])
            .Select(each => (each.Key, each.Value))
            .OrderByDescending(each => each.Value).ThenBy(each => each.Key, StringComparer.Ordinal),
    ];

    /// <summary>What else messages wait for, oldest first.</summary>
    public IReadOnlyList<(FeedObstacle Obstacle, ImmutableArray<WaitingMessage> Messages)> Others =>
        [.. Feed.Waiting.Where(each => each.Obstacle.Problem != FeedProblem.LocationNotMapped).GroupBy(each => each.Obstacle).Select(group => (group.Key, group.ToImmutableArray()))];

    public static IEnumerable<Option> References =>
    [
        new(Codes.Of(ReferenceField.VisitNumber), "PV1-19, visit number"),
        new(Codes.Of(ReferenceField.AlternateVisitId), "PV1-50, alternate visit ID"),
        new(Codes.Of(ReferenceField.AccountNumber), "PID-18, account number"),
    ];

    public IEnumerable<Option> Wards => Hospital.Wards.Select(ward => new Option(ward.Key.Name, ward.Details!.Name)).Append(new(FeedText.NotHere, "Not on this board"));

    public async Task<IActionResult> OnGetAsync() => await Load() ? Page() : NotFound();

    public Task<IActionResult> OnPostSetAsync() => Change(async form =>
    {
        var definition = FeedText.Read(form, Hospital);
        return form.IsValid && await SetUp(form, definition) ? "Feed saved. Messages that waited are read again." : null;
    });

    public Task<IActionResult> OnPostMapAsync() => Change(async form =>
    {
        var rules = Unmapped.Select((each, index) => (each.Location, Place: form.Text($"ward-{index}"), Sent: form.Text($"location-{index}")))
            .Where(each => each.Place is not null && each.Sent == each.Location)
            .Select(each => new LocationRule(each.Location, Hospital.Wards.FirstOrDefault(ward => ward.Key.Name == each.Place)?.Key))
            .ToList();
        if (rules.Count == 0)
        {
            form.AddProblem(null, "Choose a ward for at least one location.");
            return null;
        }

        return await SetUp(form, Definition with { Locations = Definition.Locations.AddRange(rules) })
            ? $"{(rules.Count == 1 ? "1 location" : $"{rules.Count} locations")} mapped. Messages that waited are read again."
            : null;
    });

    public Task<IActionResult> OnPostDismissAsync() => Change(async form =>
    {
        var dismissed = Others.Where(each => each.Obstacle.ToString() == form.Text("obstacle")).SelectMany(each => each.Messages).Select(each => each.Id).ToImmutableArray();
        await feeds.Of(Hospital.Key).Dismiss(dismissed, HttpContext.Caller()!.Name);
        await log.Write(AccessActor.Of(HttpContext).Entry(clock, Acts.MessagesDismissed, $"{dismissed.Length} of {Hospital.Key}", Hospital.Key));
        return $"{(dismissed.Length == 1 ? "1 message" : $"{dismissed.Length} messages")} dismissed.";
    });

    /// <summary>Reads a test message and keeps nothing of it.</summary>
    public async Task<IActionResult> OnPostTryAsync()
    {
        if (!await Load())
        {
            return NotFound();
        }

        var form = await ReadForm();
        if (form.Text("message") is { Length: <= AdtReader.LongestTest } text)
        {
            Tried = TriedMessage.Of(text, reader, Definition, Hospital, Now);
        }
        else
        {
            form.AddProblem("message", $"Paste one message, of at most {AdtReader.LongestTest:#,0} characters.");
        }

        return Page();
    }

    private async Task<bool> SetUp(SentForm form, FeedDefinition definition)
    {
        if (await feeds.SetUp(Hospital.Key, definition, HttpContext.Caller()!.Name) is { } refusal)
        {
            form.AddProblem(refusal.Field?.Split('[')[0], refusal.Message);
            return false;
        }

        await log.Write(AccessActor.Of(HttpContext).Entry(clock, Acts.FeedSet, $"{definition.Name}, {definition.Locations.Length} locations", Hospital.Key));
        return true;
    }

    private async Task<IActionResult> Change(Func<SentForm, Task<string?>> act)
    {
        if (!await Load())
        {
            return NotFound();
        }

        var form = await ReadForm();
        if (await act(form) is not { } said)
        {
            return Page();
        }

        Confirmation = said;
        return LocalRedirect($"{Request.PathBase}{Request.Path}?hospital={Uri.EscapeDataString(Hospital.Key)}");
    }

    private async Task<bool> Load()
    {
        await progress.UpToDate(HttpContext.RequestAborted);
        var key = Request.Query["hospital"].ToString();
        if (Hospitals.Find(boards, key) is not { } hospital || !new AdminScope(HttpContext.Caller()!).Covers(Scope.Parse(key)))
        {
            return false;
        }

        Hospital = hospital;
        Feed = await feeds.Of(key).Read();
        return true;
    }
}
