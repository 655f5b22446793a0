namespace CapacityBoard.Stays;

/// <summary>How much support a person needs after hospital, by the national discharge pathways.</summary>
[GenerateSerializer, Alias("board.pathway")]
public enum Pathway
{
    /// <summary>Home or usual residence, including a care home, with no new need.</summary>
    P0,

    /// <summary>Home with new or more support.</summary>
    P1,

    /// <summary>A community bed with recovery support.</summary>
    P2,

    /// <summary>A care-home bed, likely for good.</summary>
    P3,
}
