namespace CapacityBoard.Access;

/// <summary>What somebody is at the sites of a scope. What each role may do stands in <see cref="RoleTable"/>.</summary>
public enum Role
{
    /// <summary>A care home, home-care provider or intermediate care unit: says what is free and answers holds.</summary>
    CareProvider,

    /// <summary>A ward: says who is in, and for how long they are expected to be.</summary>
    Ward,

    /// <summary>Matches people to vacancies and holds beds.</summary>
    TransferTeam,

    /// <summary>Reviews long stays.</summary>
    GrandRound,

    /// <summary>Stops placements, and lets them go on.</summary>
    Commissioner,

    /// <summary>Sees counts, and nobody's name.</summary>
    Viewer,

    /// <summary>Says who may do what, and which sites there are.</summary>
    Administrator,

    /// <summary>Reads how the programs fare, and nothing of what is on the board: for a monitoring system's key.</summary>
    Monitor,
}
