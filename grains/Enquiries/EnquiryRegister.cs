using System.Collections.Immutable;
using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Enquiries;

/// <summary>The enquiries at one place, as its events left them.</summary>
/// <param name="Open">In the order they were made.</param>
/// <param name="Ended">In the order they ended; older than a week they are forgotten when the next one ends.</param>
/// <param name="TrustedAssessors">The place's agreement that trusted assessors answer on its behalf; null if there is none.</param>
[GenerateSerializer, Alias("board.enquiry-register"), Immutable]
public sealed record EnquiryRegister(
    [Id(0)] ImmutableArray<Enquiry> Open, [Id(1)] ImmutableArray<EndedEnquiry> Ended, [Id(2)] TrustedAssessmentAgreement? TrustedAssessors = null)
{
    private static readonly TimeSpan EndedAreKeptFor = TimeSpan.FromDays(7);

    public static EnquiryRegister Empty { get; } = new([], []);

    public IEnumerable<EndedEnquiry> RecentlyEnded(DateTimeOffset now) => Ended.Where(ended => IsRecent(ended, now));

    /// <summary>An enquiry by its ID, open or ended; null if it is no longer kept.</summary>
    public Enquiry? Find(string id) => Open.FirstOrDefault(enquiry => enquiry.Id == id) ?? Ended.LastOrDefault(ended => ended.Enquiry.Id == id)?.Enquiry;

    /// <summary>The open enquiry about a person; null if there is none.</summary>
    public Enquiry? About(string? stay, SiteKey? from) => Open.FirstOrDefault(enquiry => IsAbout(enquiry, stay, from));

    /// <summary>Those who wait for a bed of a type here: the place said yes and no bed is held. Urgent ones first, then who was asked about first.</summary>
    public IEnumerable<Enquiry> Queue(BedType type) => Open.Where(enquiry => enquiry.IsYes && enquiry.Type == type)
        .OrderByDescending(enquiry => enquiry.IsUrgent)
        .ThenBy(enquiry => enquiry.Made.At);

    /// <summary>A person's position among those who wait for the same type of bed, from 1; null if the place has not said yes.</summary>
    public int? PositionOf(Enquiry enquiry) => Queue(enquiry.Type).Select((each, index) => (each.Id, Position: index + 1))
        .Where(each => each.Id == enquiry.Id)
        .Select(each => (int?)each.Position)
        .FirstOrDefault();

    public EnquiryRegister Apply(SiteEvent happened, Stamp stamp) => happened switch
    {
        EnquiryMade e => this with { Open = Open.Add(new(e.Id, e.Type, e.Stay, e.From, e.Needs, e.Telephone, e.Note, e.ReadyOn, e.AnswerBy, e.IsUrgent, stamp)) },
        EnquiryAcknowledged e => ByPlace(e.Id, stamp, enquiry => enquiry),
        EnquiryAssessmentPlanned e => ByPlace(e.Id, stamp, enquiry => enquiry with { Assessment = new(e.At, e.By, stamp) }),
        EnquiryAssessmentCompleted e => ByPlace(e.Id, stamp, enquiry => enquiry with { Assessment = (enquiry.Assessment ?? new(stamp.At, AssessedBy.Place, stamp)) with { Done = stamp } }),
        EnquiryQuestioned e => ByPlace(e.Id, stamp, enquiry => enquiry with { Question = new(e.Question, stamp) }),
        EnquiryRepliedTo e => Change(e.Id, enquiry => enquiry with { Question = (enquiry.Question ?? new("", stamp)) with { Reply = e.Reply, Replied = stamp } }),
        EnquiryAnswered { Answer: PlaceAnswer.No } e => ByPlace(e.Id, stamp, enquiry => enquiry).End(enquiry => enquiry.Id == e.Id, EnquiryEnding.Declined, e.Reason, e.Note, stamp),
        EnquiryAnswered e => ByPlace(e.Id, stamp, enquiry => enquiry with { Answer = new(e.Answer, e.From, e.Note, stamp) }),
        EnquiryWithdrawn e => End(enquiry => enquiry.Id == e.Id, EnquiryEnding.Withdrawn, null, e.Reason, stamp),
        HoldPlaced e => End(enquiry => IsAbout(enquiry, e.Stay, e.From), EnquiryEnding.Held, null, null, stamp),
        SiteClosed e => End(_ => true, EnquiryEnding.PlaceClosed, null, e.Reason, stamp),
        TrustedAssessmentAgreed e => this with { TrustedAssessors = new(e.With, stamp) },
        TrustedAssessmentEnded => this with { TrustedAssessors = null },
        _ => this,
    };

    /// <summary>References belong to one hospital, so the same reference from another hospital is another person.</summary>
    private static bool IsAbout(Enquiry enquiry, string? stay, SiteKey? from) =>
        StayReferences.AreSame(enquiry.Stay, stay) && from is not null && HeldStays.IsWithin(enquiry.From, from);

    private EnquiryRegister ByPlace(string id, Stamp stamp, Func<Enquiry, Enquiry> change) => Change(id, enquiry => change(enquiry) with { Seen = enquiry.Seen ?? stamp });

    private EnquiryRegister Change(string id, Func<Enquiry, Enquiry> change) =>
        this with { Open = [.. Open.Select(enquiry => enquiry.Id == id ? change(enquiry) : enquiry)] };

    private EnquiryRegister End(Func<Enquiry, bool> which, EnquiryEnding ending, NoReason? because, string? note, Stamp stamp)
    {
        var ended = Open.Where(which).Select(enquiry => new EndedEnquiry(enquiry, ending, because, note, stamp)).ToList();
        return ended.Count == 0 ? this : this with
        {
            Open = [.. Open.Where(enquiry => !which(enquiry))],
            Ended = [.. Ended.Where(each => IsRecent(each, stamp.At)), .. ended],
        };
    }

    private static bool IsRecent(EndedEnquiry ended, DateTimeOffset now) => now - ended.Ended.At <= EndedAreKeptFor;
}

/// <param name="With">The team or service with which it was agreed.</param>
[GenerateSerializer, Alias("board.trusted-assessment-agreement"), Immutable]
public sealed record TrustedAssessmentAgreement([Id(0)] string With, [Id(1)] Stamp Agreed);
