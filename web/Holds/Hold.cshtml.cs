using CapacityBoard.Access;
using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Commands;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Holds;

/// <summary>Where the transfer team holds a bed for a person, and manages a site's holds.</summary>
internal sealed class HoldModel(SitePageServices services) : SitePage(services)
{
    /// <summary>The bed type in the address; null if it names none that the site has.</summary>
    public LineView? Line => Codes.TryParse<BedType>(Request.Query["type"], out var type)
        ? Lines.FirstOrDefault(line => line.Type == type)
        : Lines.Count == 1 ? Lines[0] : null;

    /// <summary>The box that says that the person's hospital is not on this board.</summary>
    public const string UnknownField = "unknown";

    /// <summary>Live holds, the next to expire first.</summary>
    public IReadOnlyList<Hold> Holds => [.. Site.Capacity.LiveHolds(Now).OrderBy(hold => hold.Until)];

    /// <summary>The stay in the address, so that people coming from a person's page need not type it.</summary>
    public string? Stay => Request.Query["stay"].ToString() is { Length: > 0 } stay ? stay : null;

    /// <summary>The ward or unit of that stay, from the address.</summary>
    public string? From => Request.Query["from"].ToString() is { Length: > 0 } from ? from : null;

    /// <summary>A hold of this site, as both sides see it.</summary>
    public PlaceHeld Held(Hold hold) => new HoldSection(this).Held(hold);

    /// <summary>Holds used, declined or released within a week, newest first.</summary>
    public IReadOnlyList<PlaceHeld> Ended => [.. Site.Capacity.RecentlyEnded(Now).Reverse().Select(ended => new PlaceHeld(Site.Key, Details, ended.Hold, ended))];

    /// <summary>The usual lengths of holds; the default is 24 hours.</summary>
    public IReadOnlyList<Option> Lengths => QuickTimes.After(Now, 4, 24, 48);

    public static IReadOnlyList<int> MoreHours { get; } = [4, 24, 48];

    /// <summary>The board filtered to this bed type, nearest to this site first if its position is known.</summary>
    public string BoardPath(BedType type)
    {
        var query = new QueryBuilder { { "type", Codes.Of(type) }, { "available", "now" } };
        if (Details.Postcode is { } postcode)
        {
            query.Add("near", postcode);
        }

        return $"~/{Locality}{query}";
    }

    /// <summary>True if the board knew nobody by the reference when the bed was held.</summary>
    public static bool IsForNobody(Hold? hold) => hold is { Stay: not null, From: null };

    public Task<IActionResult> OnPostPlaceAsync() => Change(PlaceIn, PlacedSaid);

    public Task<IActionResult> OnPostExtendAsync() => Change(
        form => new ExtendHold(HoldSection.HoldIn(form), (Find(form)?.Until ?? Now).AddHours(form.Seen("hours"))),
        form => Find(form) is { } hold ? $"The hold now ends {QuickTimes.Of(hold.Until, Now)}." : "Hold extended.",
        _ => HoldSection.Id);

    public Task<IActionResult> OnPostReleaseAsync() => Change(
        form => new ReleaseHold(HoldSection.HoldIn(form), Reasons.Read(form)), _ => "Hold released.", _ => HoldSection.Id);

    protected override string SitePath =>
        Request.Query["site"].ToString() is var site && site.StartsWith($"{RouteData.Values["locality"]}/", StringComparison.Ordinal) ? site : "";

    protected override string Query => Line is { } line
        ? new QueryBuilder { { "site", Site.Key.Value }, { "type", line.Code } }.ToString()
        : new QueryBuilder { { "site", Site.Key.Value } }.ToString();

    protected override IEnumerable<string?> StaysShown => [.. Holds.Select(hold => hold.Stay), .. Ended.Select(ended => ended.Hold.Stay)];

    protected override bool IsFor(SiteKind kind) => true;

    private PlaceHold PlaceIn(SentForm form)
    {
        var (stay, note) = (form.Optional("stay"), form.Optional("note", Limits.LongText));
        if (stay is null && note is null)
        {
            form.AddProblem("stay", "Enter the stay reference, or a note that does not identify anyone.");
        }

        var until = form.Time("until");
        if (until is null && form.IsValid)
        {
            form.AddProblem("until", "Choose how long to hold the bed.");
        }

        var type = form.Code<BedType>("type", "Choose a bed type.");
        var at = stay is null ? null : WhereIs(stay, form);
        if (stay is not null && at is null && form.IsValid && !form.IsTicked("unknown-yes") && StayReferences.Check(stay, "stay") is null)
        {
            form.AddProblem(UnknownField, $"Nobody with the reference {stay} is on this board, as far as you can see. Check the reference. If their hospital is not on this board, tick the box.");
        }

        var person = at?.Stays.Find(stay!);
        var despite = person is null ? null : HoldWarnings.Read(form, HoldWarnings.Of(Boards, Site.Key, type, at!.Key, person, Now));
        return new(
            type,
            person?.Reference ?? stay,
            note,
            until,
            form.Time("arrival"),
            at?.Key,
            person?.Plan?.Needs?.ForThePlaceAsked(),
            at?.Details?.Telephone,
            despite);
    }

    /// <summary>The ward or unit of a stay, among those whose people the caller may see; null if it is on none of them.</summary>
    private Site? WhereIs(string stay, SentForm form)
    {
        var found = Boards.All.SelectMany(board => board.Sites())
            .Where(site => site.Key != Site.Key && site.Stays.Find(stay) is { } person && Caller.MaySee(site.Key, person.HomeLocality))
            .OrderBy(site => site.Key.Value != form.Text("from"))
            .ThenBy(site => site.Stays.Find(stay)!.Transfer is not null)
            .ToList();
        if (found.Count > 1 && found[0].Key.Value != form.Text("from") && !found.All(site => HeldStays.IsWithin(found[0].Key, site.Key)))
        {
            form.AddProblem("stay", $"Someone with that reference is at {string.Join(" and at ", found.Select(site => site.Details!.Hospital ?? site.Details.Name).Distinct())}. Hold the bed from the person’s own page.");
        }

        return found.FirstOrDefault();
    }

    private string PlacedSaid(SentForm form)
    {
        var hold = Site.Capacity.Holds.FirstOrDefault(hold => hold.Id == form.Operation);
        var until = hold?.Until ?? form.Time("until")!.Value;
        var noun = BedWords.Noun(form.Code<BedType>("type", ""));
        var whom = (hold?.Stay ?? form.Text("stay")) is { } stay ? $" for {stay}" : "";
        return $"{noun.AsSentence()} held{whom} until {QuickTimes.Of(until, Now)}.{(IsForNobody(hold) ? $" {HoldWords.NobodyFound}" : "")}";
    }

    private Hold? Find(SentForm form) => Site.Capacity.Holds.FirstOrDefault(hold => hold.Id == form.Text("hold"));
}
