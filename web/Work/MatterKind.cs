namespace CapacityBoard.Work;

/// <summary>What somebody is waited for.</summary>
public enum MatterKind
{
    /// <summary>A place has to answer an enquiry.</summary>
    AnswerEnquiry,

    /// <summary>A place has to answer a hold.</summary>
    AnswerHold,

    /// <summary>A place has to say whether somebody has arrived.</summary>
    ConfirmArrival,

    /// <summary>A place or ward has to declare its beds: its figures are stale, or are about to be.</summary>
    ConfirmFigures,

    /// <summary>A place has to say whether a bed that was expected to be free is.</summary>
    ConfirmVacancy,

    /// <summary>A trusted assessor has to assess somebody for a place.</summary>
    AssessForPlace,

    /// <summary>The transfer team has a yes for somebody, and no bed is held.</summary>
    HoldBed,

    /// <summary>A place asked something about somebody.</summary>
    ReplyToQuestion,

    /// <summary>A place has answered neither a hold nor its reminders.</summary>
    ChaseHold,

    /// <summary>A place has answered neither an enquiry nor its reminders.</summary>
    ChaseEnquiry,

    /// <summary>A hold is about to end.</summary>
    HoldEnds,

    /// <summary>Somebody was due at a place, which has not said that they came.</summary>
    ArrivalOverdue,

    /// <summary>People are ready to leave, and no place was asked for them.</summary>
    FindPlaces,

    /// <summary>A ward or unit has to confirm that somebody whose arrival is reported has left.</summary>
    ConfirmLeft,

    /// <summary>A ward or unit has to admit somebody for whom it keeps a bed.</summary>
    Admit,

    /// <summary>Somebody's expected date of discharge has passed.</summary>
    ReviewExpected,

    /// <summary>A ward has to give a letter of the choice policy, or see to the move to an interim place.</summary>
    GiveLetter,

    /// <summary>A place has to say whether its own resident can come back.</summary>
    AnswerReturn,

    /// <summary>An action of a grand round is due.</summary>
    DoAction,

    /// <summary>A team is asked for an assessment.</summary>
    Assess,

    /// <summary>A place's figures have been stale for days.</summary>
    ChaseFigures,

    /// <summary>A suspension has lasted for weeks without an end.</summary>
    ReviewSuspension,
}
