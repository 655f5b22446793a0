using System.Text.Json.Serialization;
using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Enquiries;

/// <summary>
/// A question to a place: could it take this person? It keeps no bed, so several places can be asked at once. It is open until the
/// place says no, a bed is held, or nobody needs the answer any more.
/// </summary>
/// <param name="Id">The ID of the operation that made it.</param>
/// <param name="Stay">The hospital's own reference of the stay.</param>
/// <param name="From">The ward or unit where the person was when the place was asked.</param>
/// <param name="Needs">The person's needs, as far as this place has to know them.</param>
/// <param name="Telephone">The ward's or unit's number, for questions.</param>
/// <param name="Note">What else the place needs to know; no name and nothing else that identifies a person.</param>
/// <param name="ReadyOn">The day on which the person is expected to be ready to leave; null if it is not known.</param>
/// <param name="AnswerBy">When an answer is wanted. It stays open after that.</param>
/// <param name="IsUrgent">Urgent people come first among those who wait for a bed here.</param>
/// <param name="Seen">When the place first did anything about it, and who; null before.</param>
/// <param name="Assessment">The assessment planned or done; null if there is none.</param>
/// <param name="Answer">The place's answer; null before it has answered.</param>
/// <param name="Question">The place's latest question; null if it has none.</param>
[GenerateSerializer, Alias("board.enquiry"), Immutable]
public sealed record Enquiry(
    [Id(0)] string Id,
    [Id(1)] BedType Type,
    [Id(2)] string Stay,
    [Id(3)] SiteKey From,
    [Id(4)] Needs? Needs,
    [Id(5)] string? Telephone,
    [Id(6)] string? Note,
    [Id(7)] DateOnly? ReadyOn,
    [Id(8)] DateTimeOffset AnswerBy,
    [Id(9)] bool IsUrgent,
    [Id(10)] Stamp Made,
    [Id(11)] Stamp? Seen = null,
    [Id(12)] EnquiryAssessment? Assessment = null,
    [Id(13)] EnquiryAnswer? Answer = null,
    [Id(14)] EnquiryQuestion? Question = null)
{
    /// <summary>True if the place can take the person, now or later.</summary>
    [JsonIgnore]
    public bool IsYes => Answer is not null;

    /// <summary>True if the place asked something and has no reply yet.</summary>
    [JsonIgnore]
    public bool WaitsForReply => Question is { Reply: null };

    /// <summary>True if an answer is wanted and the time for it has passed.</summary>
    public bool IsOverdue(DateTimeOffset now) => Answer is null && AnswerBy <= now;

    /// <summary>True if the person was ready on the day the place was asked, so that the place had no time to prepare.</summary>
    [JsonIgnore]
    public bool IsLastMinute => ReadyOn <= LocalDay.Of(Made.At);
}

/// <param name="At">When the person is assessed.</param>
/// <param name="Done">When it was recorded as done, and by whom; null before.</param>
[GenerateSerializer, Alias("board.enquiry-assessment"), Immutable]
public sealed record EnquiryAssessment([Id(0)] DateTimeOffset At, [Id(1)] AssessedBy By, [Id(2)] Stamp Planned, [Id(3)] Stamp? Done = null);

/// <summary>How a place assesses a person.</summary>
[GenerateSerializer, Alias("board.assessed-by")]
public enum AssessedBy
{
    /// <summary>Somebody from the place sees the person.</summary>
    Place,

    /// <summary>A trusted assessor sees the person on the place's behalf.</summary>
    TrustedAssessor,

    /// <summary>The place decides on the ward's papers.</summary>
    Papers,
}

/// <summary>A place's yes. A no ends the enquiry.</summary>
/// <param name="From">The first day on which the place can take the person; null for the other answers.</param>
[GenerateSerializer, Alias("board.enquiry-answer"), Immutable]
public sealed record EnquiryAnswer([Id(0)] PlaceAnswer Kind, [Id(1)] DateOnly? From, [Id(2)] string? Note, [Id(3)] Stamp Answered);

/// <summary>What a place answers.</summary>
[GenerateSerializer, Alias("board.place-answer")]
public enum PlaceAnswer
{
    Now,
    FromDate,

    /// <summary>As soon as a bed is free: the person waits for this place.</summary>
    WhenFree,
    No,
}

/// <param name="Reply">The reply; null before there is one.</param>
[GenerateSerializer, Alias("board.enquiry-question"), Immutable]
public sealed record EnquiryQuestion([Id(0)] string Text, [Id(1)] Stamp Asked, [Id(2)] string? Reply = null, [Id(3)] Stamp? Replied = null);

/// <summary>An enquiry that is no longer open. Shown for a week.</summary>
/// <param name="Because">Why the place cannot take the person; null for every other ending.</param>
/// <param name="Note">The note with the answer, or why nobody needs it any more.</param>
[GenerateSerializer, Alias("board.ended-enquiry"), Immutable]
public sealed record EndedEnquiry([Id(0)] Enquiry Enquiry, [Id(1)] EnquiryEnding Ending, [Id(2)] NoReason? Because, [Id(3)] string? Note, [Id(4)] Stamp Ended);

[GenerateSerializer, Alias("board.enquiry-ending")]
public enum EnquiryEnding
{
    /// <summary>The place cannot take the person.</summary>
    Declined,

    /// <summary>Whoever asked no longer needs an answer.</summary>
    Withdrawn,

    /// <summary>A bed is held here for the person.</summary>
    Held,

    /// <summary>The place closed.</summary>
    PlaceClosed,
}

/// <summary>Why a place cannot take a person.</summary>
[GenerateSerializer, Alias("board.no-reason")]
public enum NoReason
{
    NoBed,
    NeedsTooHigh,
    Staffing,
    NoNursing,
    Equipment,
    Residents,
    Infection,
    Funding,
    NotEnoughInformation,

    /// <summary>Anything else; needs a note.</summary>
    Other,
}
