namespace CapacityBoard.Access;

/// <summary>One thing that a role may allow at a place.</summary>
public enum Permission
{
    /// <summary>A locality's board as counts of beds and people, without names, phone numbers or free text.</summary>
    SeeCounts,

    /// <summary>A locality's whole board, including who declared what, reasons and phone numbers.</summary>
    SeeBoard,

    /// <summary>A site's own page: its beds, holds, expected vacancies and suspensions, without references of stays.</summary>
    SeeSite,

    /// <summary>References of stays, and everything recorded about those people.</summary>
    SeeStays,

    /// <summary>Declare beds, and which are free or expected to be.</summary>
    DeclareVacancies,

    /// <summary>Admit on a hold, decline it or release it.</summary>
    AnswerHolds,

    /// <summary>Assess people for a place and answer enquiries about them. A trusted assessor may do it only where the place has agreed.</summary>
    AnswerEnquiries,

    /// <summary>Hold a bed for a stay, extend the hold, and ask places whether they can take someone.</summary>
    PlaceHolds,

    /// <summary>Admit, move and discharge people.</summary>
    ChangeStays,

    /// <summary>Record where people are to go, their needs there and their reasons for delay.</summary>
    PlanDischarges,

    /// <summary>Review stays, and agree, change and end actions.</summary>
    ReviewStays,

    /// <summary>Promise, start and complete the assessments that people wait for.</summary>
    Assess,

    /// <summary>Suspend placements and resume them.</summary>
    SuspendPlacements,

    /// <summary>Register sites, change their details and close them.</summary>
    RegisterSites,

    /// <summary>Decide who may do what, and set the locality's policies.</summary>
    Administer,

    /// <summary>
    /// Who saw or did what to which site or stay: the references of stays, and nothing else recorded about them.
    /// </summary>
    SeeAudit,

    /// <summary>Send a hospital's messages of who is in which bed.</summary>
    SendMessages,

    /// <summary>The programs' metrics, which contain no site, person or free text.</summary>
    SeeMetrics,
}
