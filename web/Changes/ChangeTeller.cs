using CapacityBoard.Access;
using CapacityBoard.Beds;
using CapacityBoard.Enquiries;
using CapacityBoard.Journal;
using CapacityBoard.Residences;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Stories;
using CapacityBoard.Ui;

namespace CapacityBoard.Changes;

/// <summary>Tells changes to somebody, as far as they may know of them: what anybody may is how many beds are free.</summary>
/// <param name="nameOf">A site's name for people.</param>
internal sealed class ChangeTeller(Caller caller, Func<SiteKey, string> nameOf, DateTimeOffset now)
{
    /// <summary>Null if the reader may know nothing of it.</summary>
    public ChangeLine? Of(SiteChange change)
    {
        var entry = change.Entry;
        var stay = StayOf(change);
        var isWhole = stay is not null || IsWhole(entry);
        var words = string.Join(" ", new[] { Words(change, isWhole, stay), Sentence(FigureLines.Free(change)) }.Where(part => part is { Length: > 0 }));
        return words.Length == 0
            ? null
            : new(
                entry.At,
                ChangeKinds.Of(entry.Event),
                entry.Site,
                nameOf(entry.Site),
                caller.MayOpen(entry.Site, change.After.Kind) ? Paths.OfSite(entry.Site) : null,
                stay,
                words,
                isWhole && entry.By != change.After.Details?.Name ? entry.By : null);
    }

    private string? Words(SiteChange change, bool isWhole, string? stay)
    {
        var happened = change.Entry.Event;
        return ChangeKinds.Of(happened) switch
        {
            ChangeKind.Figures or ChangeKind.Sites => FigureLines.Of(change, isWhole, now),
            _ => stay is null ? null : Told(change, stay),
        };
    }

    private string Told(SiteChange change, string stay) => StoryLines.Of(
        change.Entry.Event,
        new(change.Before.Stays.Find(stay), nameOf(change.Entry.Site), nameOf, now));

    /// <summary>
    /// True if the reader may know who did it and why: as on the board, which says neither of expected vacancies nor of holds.
    /// </summary>
    private bool IsWhole(JournalEntry entry) => entry.Event switch
    {
        VacancyExpected or ExpectedVacancyConfirmed or ExpectedVacancyCancelled => MaySeeSite(entry.Site),
        _ when ChangeKinds.Of(entry.Event) is ChangeKind.Figures or ChangeKind.Sites =>
            caller.May(Permission.SeeBoard, Scope.Parse(entry.Site.Locality)) || MaySeeSite(entry.Site),
        _ => false,
    };

    private bool MaySeeSite(SiteKey site) => caller.May(Permission.SeeSite, Scope.Of(site));

    /// <summary>The person concerned, if the reader may see them; of a hold, an enquiry or a return, at the place that is asked or where they are.</summary>
    private string? StayOf(SiteChange change)
    {
        var happened = change.Entry.Event;
        if (happened is ReturnAnswered { From: var ward })
        {
            return MaySeeStays(change.Entry.Site) || MaySeeStays(ward) ? StayEvents.StayOf(happened) : null;
        }

        if (happened is CapacityEvent or EnquiryEvent)
        {
            return PlaceRequest.ChangedBy(happened) is { } id
                && (PlaceRequest.At(change.After, id) ?? PlaceRequest.At(change.Before, id)) is { Stay: { } asked } request
                && (MaySeeStays(change.Entry.Site) || (request.From is { } from && MaySeeStays(from))) ? asked : null;
        }

        return StayEvents.StayOf(happened) is { } reference
            && (change.After.Stays.Find(reference) ?? change.Before.Stays.Find(reference)) is { } stay
            && caller.MaySee(change.Entry.Site, stay.HomeLocality) ? stay.Reference : null;
    }

    private bool MaySeeStays(SiteKey site) => caller.May(Permission.SeeStays, Scope.Of(site));

    private static string Sentence(string words) => words.Length == 0 ? words : $"{words}.";
}
