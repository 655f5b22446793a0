namespace CapacityBoard.Access;

/// <summary>What a person or machine is at the sites of a scope. <see cref="RoleTable"/> says what each role may do.</summary>
public enum Role
{
    /// <summary>A care home, home care provider or intermediate care unit: declares vacancies and answers holds.</summary>
    CareProvider,

    /// <summary>A ward: records who is in and their expected discharge dates.</summary>
    Ward,

    /// <summary>Matches people to vacancies and holds beds.</summary>
    TransferTeam,

    /// <summary>Assesses people on behalf of the places that agreed to it, and answers enquiries for them.</summary>
    TrustedAssessor,

    /// <summary>Reviews long stays.</summary>
    GrandRound,

    /// <summary>Suspends placements and resumes them.</summary>
    Commissioner,

    /// <summary>Sees only counts.</summary>
    Viewer,

    /// <summary>Decides who may do what, and which sites there are.</summary>
    Administrator,

    /// <summary>Reads the programs' metrics and nothing on the board; for a monitoring system's key.</summary>
    Monitor,

    /// <summary>A team that assesses people in hospital: social work, therapy, continuing healthcare.</summary>
    Assessor,

    /// <summary>A hospital's own system, which sends messages of who is in which bed and sees nothing; for its key.</summary>
    HospitalSystem,
}
