using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Enquiries;

/// <summary>Something that happened to the enquiries at a place.</summary>
public abstract record EnquiryEvent : SiteEvent;

public sealed record EnquiryMade(
    string Id,
    BedType Type,
    string Stay,
    SiteKey From,
    DateTimeOffset AnswerBy,
    Needs? Needs = null,
    string? Telephone = null,
    string? Note = null,
    DateOnly? ReadyOn = null,
    bool IsUrgent = false) : EnquiryEvent;

public sealed record EnquiryAcknowledged(string Id) : EnquiryEvent;

public sealed record EnquiryAssessmentPlanned(string Id, DateTimeOffset At, AssessedBy By) : EnquiryEvent;

public sealed record EnquiryAssessmentCompleted(string Id) : EnquiryEvent;

public sealed record EnquiryAnswered(string Id, PlaceAnswer Answer, DateOnly? From = null, NoReason? Reason = null, string? Note = null) : EnquiryEvent;

public sealed record EnquiryQuestioned(string Id, string Question) : EnquiryEvent;

public sealed record EnquiryRepliedTo(string Id, string Reply) : EnquiryEvent;

public sealed record EnquiryWithdrawn(string Id, string Reason) : EnquiryEvent;

public sealed record TrustedAssessmentAgreed(string With) : EnquiryEvent;

public sealed record TrustedAssessmentEnded(string Reason) : EnquiryEvent;
