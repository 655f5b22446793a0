namespace CapacityBoard.Sites;

/// <summary>Why a command was not done. Expected, so data and never an exception; a refused command records nothing.</summary>
/// <param name="Code">Stable: programs may rely on it.</param>
/// <param name="Message">For a person: what is wrong, and what to do.</param>
/// <param name="Field">The command's field that is at fault, as in its JSON; null where it is none in particular.</param>
/// <param name="Site">The other site that it is about; null where it is about none.</param>
/// <param name="Next">For a person: what may be done instead; null where nothing in particular can be said.</param>
/// <param name="By">Who changed it meanwhile; null where nobody did, or nobody is known to have.</param>
[GenerateSerializer, Alias("board.refusal"), Immutable]
public sealed record Refusal(
    [Id(0)] RefusalCode Code, [Id(1)] string Message, [Id(2)] string? Field = null, [Id(3)] SiteKey? Site = null, [Id(4)] string? By = null, [Id(5)] string? Next = null);

[GenerateSerializer, Alias("board.refusal-code")]
public enum RefusalCode
{
    /// <summary>A value that can never be right: negative, too long, missing, or a time too far off.</summary>
    Invalid,

    /// <summary>The site is not on the board.</summary>
    UnknownSite,

    /// <summary>The site has no bed line of that type.</summary>
    UnknownBedLine,

    /// <summary>No such hold is here; it may have been released or used.</summary>
    UnknownHold,

    UnknownExpectedVacancy,
    UnknownSuspension,
    UnknownStay,

    /// <summary>No such delay is recorded of the stay.</summary>
    UnknownDelay,

    /// <summary>No such action is open; it may be done or dropped.</summary>
    UnknownAction,

    /// <summary>This kind of site does not do that, or has no beds of that type.</summary>
    NotForThisKind,

    /// <summary>The numbers do not add up: occupied + closed + live holds would exceed the total.</summary>
    NumbersDoNotAddUp,

    /// <summary>The figures were changed since the sender saw them.</summary>
    ChangedMeanwhile,

    /// <summary>No bed of that type is vacant and admittable.</summary>
    NoVacancy,

    /// <summary>Placements are suspended.</summary>
    Suspended,

    /// <summary>The hold ran out.</summary>
    HoldEnded,

    /// <summary>The stay has a hold here already.</summary>
    AlreadyHeld,

    /// <summary>The stay is here already.</summary>
    AlreadyHere,

    /// <summary>Another person is in that bed.</summary>
    BedTaken,

    /// <summary>The stay or the site is already what the command would make it, or not what the command would end.</summary>
    NotInThatState,

    /// <summary>The site is closed; it can only be reopened.</summary>
    SiteClosed,

    /// <summary>The site cannot be closed: people are in it, or beds are held.</summary>
    StillInUse,

    /// <summary>The operation id was used before, by another caller or for something else.</summary>
    OperationReused,

    /// <summary>The stay is on another ward of the hospital.</summary>
    AlreadyElsewhere,

    /// <summary>No such enquiry is open here; it may have been answered or withdrawn.</summary>
    UnknownEnquiry,

    /// <summary>The place was already asked about the person.</summary>
    AlreadyAsked,

    /// <summary>The place has no agreement that trusted assessors answer on its behalf.</summary>
    NotAgreed,

    /// <summary>No such assessment is open for the stay; it may be done or cancelled.</summary>
    UnknownAssessment,

    /// <summary>No such offer stands for the stay; it may have been withdrawn.</summary>
    UnknownOffer,
}
