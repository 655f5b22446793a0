namespace CapacityBoard.Offers;

/// <summary>What the person or family says to an offer.</summary>
[GenerateSerializer, Alias("board.family-answer")]
public enum FamilyAnswer
{
    Accepted,
    Declined,
    WantsToSeeFirst,
}

/// <summary>Why the person or family declines a place, without any clinical detail.</summary>
[GenerateSerializer, Alias("board.decline-reason")]
public enum DeclineReason
{
    TooFar,
    Fees,
    NotAsWished,

    /// <summary>They want a place that is full.</summary>
    WantsAnotherPlace,
    Quality,
    NotReadyToDecide,

    /// <summary>Needs a note.</summary>
    Other,
}

/// <summary>Why an offer no longer stands.</summary>
[GenerateSerializer, Alias("board.withdrawal-reason")]
public enum WithdrawalReason
{
    PlaceNoLongerFree,
    PlaceDeclined,

    /// <summary>The place never suited the person, so nothing counts from the offer.</summary>
    NotSuitable,

    /// <summary>The offer was recorded by mistake, so nothing counts from it.</summary>
    Mistake,

    /// <summary>Only with the acceptance of another place: nobody withdraws an offer with it.</summary>
    AnotherAccepted,
}

/// <summary>The letters of a choice policy, in their order.</summary>
[GenerateSerializer, Alias("board.choice-letter")]
public enum ChoiceLetter
{
    First,
    Second,
}

/// <summary>What somebody who needs a place waits for.</summary>
public enum WaitsOn
{
    /// <summary>A suitable place to be offered.</summary>
    Capacity,

    /// <summary>The person or family to accept a place that was offered.</summary>
    Choice,

    /// <summary>The place that they accepted.</summary>
    Place,
}

public static class WithdrawalReasons
{
    /// <summary>True if the place should never have been offered, so that nothing counts from the offer.</summary>
    public static bool MeansNeverOffered(this WithdrawalReason reason) => reason is WithdrawalReason.NotSuitable or WithdrawalReason.Mistake;
}
