namespace CapacityBoard.Access;

/// <summary>One thing that may be allowed, somewhere.</summary>
public enum Permission
{
    /// <summary>A locality's board without anybody's name, telephone or words: beds and people, counted.</summary>
    SeeCounts,

    /// <summary>A locality's whole board: also who declared what, reasons and telephones.</summary>
    SeeBoard,

    /// <summary>A site's own page: its beds, holds, expected vacancies and suspensions, without references of stays.</summary>
    SeeSite,

    /// <summary>References of stays, and all that is recorded of the people who have them.</summary>
    SeeStays,

    /// <summary>To say what beds there are, and which are free or expected to be.</summary>
    DeclareVacancies,

    /// <summary>To admit on a hold, to decline it or to let it go.</summary>
    AnswerHolds,

    /// <summary>To hold a bed for a stay, and for longer.</summary>
    PlaceHolds,

    /// <summary>To admit, move and discharge people.</summary>
    ChangeStays,

    /// <summary>To say where people are to go, what they need there and what they wait for.</summary>
    PlanDischarges,

    /// <summary>To review stays, and to agree, change and end actions.</summary>
    ReviewStays,

    /// <summary>To stop placements, and to let them go on.</summary>
    SuspendPlacements,

    /// <summary>To put sites on the board, say their details, and take them off.</summary>
    RegisterSites,

    /// <summary>To say who may do what, and what the locality's policies are.</summary>
    Administer,

    /// <summary>Who saw or did what to which site or stay: the references of stays, and nothing else that is recorded of them.</summary>
    SeeAudit,

    /// <summary>How the programs fare: figures without any site, person or word of anybody's.</summary>
    SeeMetrics,
}
