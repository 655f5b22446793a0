using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Enquiries;

/// <summary>A command about the enquiries at a place: a care home, intermediate care unit or home care provider.</summary>
[GenerateSerializer, Alias("board.enquiry-command"), Immutable]
public abstract record EnquiryCommand : SiteCommand;

/// <summary>Asks a place whether it can take a person. No bed is held.</summary>
/// <param name="Type">The type of bed or package; the place must have it.</param>
/// <param name="Stay">The hospital's own reference of the stay.</param>
/// <param name="From">The ward or unit where <paramref name="Stay"/> is recorded.</param>
/// <param name="Needs">The person's needs, as far as this place has to know them.</param>
/// <param name="Telephone">The ward's or unit's number, for questions.</param>
/// <param name="Note">What else the place needs to know; nothing that identifies anyone.</param>
/// <param name="ReadyOn">The day on which the person is expected to be ready to leave; null if it is not known.</param>
/// <param name="AnswerBy">At most 14 days ahead. Default: 24 hours from now.</param>
[GenerateSerializer, Alias("board.make-enquiry"), Immutable]
public sealed record MakeEnquiry(
    [Id(0)] BedType Type,
    [Id(1)] string Stay,
    [Id(2)] SiteKey From,
    [Id(3)] Needs? Needs = null,
    [Id(4)] string? Telephone = null,
    [Id(5)] string? Note = null,
    [Id(6)] DateOnly? ReadyOn = null,
    [Id(7)] DateTimeOffset? AnswerBy = null,
    [Id(8)] bool IsUrgent = false) : EnquiryCommand;

/// <summary>Tells whoever asked that the place has seen the enquiry.</summary>
[GenerateSerializer, Alias("board.acknowledge-enquiry"), Immutable]
public sealed record AcknowledgeEnquiry([Id(0)] string Enquiry) : EnquiryCommand;

/// <summary>Plans the place's assessment of the person, or moves it.</summary>
/// <param name="At">At most 14 days ahead.</param>
[GenerateSerializer, Alias("board.plan-enquiry-assessment"), Immutable]
public sealed record PlanEnquiryAssessment([Id(0)] string Enquiry, [Id(1)] DateTimeOffset At, [Id(2)] AssessedBy By = AssessedBy.Place) : EnquiryCommand;

/// <summary>Records that the person was assessed for this place.</summary>
[GenerateSerializer, Alias("board.complete-enquiry-assessment"), Immutable]
public sealed record CompleteEnquiryAssessment([Id(0)] string Enquiry) : EnquiryCommand;

/// <summary>The place's answer. It can change a yes; a no ends the enquiry.</summary>
/// <param name="From">The first possible day; required for <c>from-date</c>, otherwise left out.</param>
/// <param name="Reason">Required for <c>no</c>, otherwise left out.</param>
/// <param name="Note">Required for the reason <c>other</c>. Nothing that identifies anyone.</param>
[GenerateSerializer, Alias("board.answer-enquiry"), Immutable]
public sealed record AnswerEnquiry(
    [Id(0)] string Enquiry, [Id(1)] PlaceAnswer Answer, [Id(2)] DateOnly? From = null, [Id(3)] NoReason? Reason = null, [Id(4)] string? Note = null) : EnquiryCommand;

/// <summary>Asks what the place needs to know before it can answer.</summary>
/// <param name="Question">Nothing that identifies anyone.</param>
[GenerateSerializer, Alias("board.question-enquiry"), Immutable]
public sealed record QuestionEnquiry([Id(0)] string Enquiry, [Id(1)] string Question) : EnquiryCommand;

/// <summary>Replies to the place's question.</summary>
/// <param name="Reply">Nothing that identifies anyone.</param>
[GenerateSerializer, Alias("board.reply-to-enquiry"), Immutable]
public sealed record ReplyToEnquiry([Id(0)] string Enquiry, [Id(1)] string Reply) : EnquiryCommand;

/// <summary>Ends an enquiry whose answer nobody needs any more.</summary>
[GenerateSerializer, Alias("board.withdraw-enquiry"), Immutable]
public sealed record WithdrawEnquiry([Id(0)] string Enquiry, [Id(1)] string Reason) : EnquiryCommand;

/// <summary>Records the place's agreement that trusted assessors assess and answer on its behalf.</summary>
/// <param name="With">The team or service with which it was agreed.</param>
[GenerateSerializer, Alias("board.agree-trusted-assessment"), Immutable]
public sealed record AgreeTrustedAssessment([Id(0)] string With) : EnquiryCommand;

/// <summary>Ends that agreement.</summary>
[GenerateSerializer, Alias("board.end-trusted-assessment"), Immutable]
public sealed record EndTrustedAssessment([Id(0)] string Reason) : EnquiryCommand;
