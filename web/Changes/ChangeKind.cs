using CapacityBoard.Beds;
using CapacityBoard.Enquiries;
using CapacityBoard.Fees;
using CapacityBoard.GrandRounds;
using CapacityBoard.Holds;
using CapacityBoard.Residences;
using CapacityBoard.Sites;

namespace CapacityBoard.Changes;

/// <summary>What a change is about.</summary>
public enum ChangeKind
{
    /// <summary>Declared beds, expected vacancies and suspensions.</summary>
    Figures,

    /// <summary>Places that were asked whether they can take a person, or take them back, and their answers.</summary>
    Enquiries,

    Holds,

    /// <summary>Admissions, moves, discharges, plans and delays.</summary>
    People,

    /// <summary>Reviews at grand rounds and the actions agreed there.</summary>
    Rounds,

    /// <summary>Sites that came onto the board, left it or changed their details.</summary>
    Sites,
}

internal static class ChangeKinds
{
    public static ChangeKind Of(SiteEvent happened) => happened switch
    {
        HoldPlaced or HoldExtended or HoldAccepted or AssessmentPlanned or HoldDeclined or HoldReleased or HoldBecameAdmission or ArrivalUndone => ChangeKind.Holds,
        EnquiryEvent or ReturnAnswered => ChangeKind.Enquiries,
        CapacityEvent => ChangeKind.Figures,
        ReviewEvent => ChangeKind.Rounds,
        SiteRegistered or SiteDetailsRevised or SiteClosed or SiteReopened or FeesStated => ChangeKind.Sites,
        _ => ChangeKind.People,
    };

    public static string Of(ChangeKind kind) => kind switch
    {
        ChangeKind.Figures => "Free beds",
        ChangeKind.Enquiries => "Enquiries",
        ChangeKind.Holds => "Holds",
        ChangeKind.People => "Patients",
        ChangeKind.Rounds => "Grand rounds",
        _ => "Sites",
    };
}
