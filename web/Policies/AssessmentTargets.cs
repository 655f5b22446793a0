using CapacityBoard.Assessments;

namespace CapacityBoard.Policies;

/// <summary>How many hours an assessment may take from asked to done, by kind. A full continuing healthcare assessment has 28 days by the national framework.</summary>
public sealed record AssessmentTargets
{
    public const int MostHours = 28 * 24;

    public int SocialWork { get; init; } = 48;

    public int OccupationalTherapy { get; init; } = 24;

    public int Physiotherapy { get; init; } = 24;

    public int MentalHealth { get; init; } = 24;

    public int MentalCapacity { get; init; } = 48;

    public int Equipment { get; init; } = 48;

    public int ContinuingHealthcareChecklist { get; init; } = 48;

    public int ContinuingHealthcareAssessment { get; init; } = MostHours;

    public int ContinuingHealthcareDecision { get; init; } = 48;

    public int FastTrack { get; init; } = 48;

    public TimeSpan Of(AssessmentKind kind) => TimeSpan.FromHours(HoursOf(kind));

    public int HoursOf(AssessmentKind kind) => kind switch
    {
        AssessmentKind.SocialWork => SocialWork,
        AssessmentKind.OccupationalTherapy => OccupationalTherapy,
        AssessmentKind.Physiotherapy => Physiotherapy,
        AssessmentKind.MentalHealth => MentalHealth,
        AssessmentKind.MentalCapacity => MentalCapacity,
        AssessmentKind.Equipment => Equipment,
        AssessmentKind.ContinuingHealthcareChecklist => ContinuingHealthcareChecklist,
        AssessmentKind.ContinuingHealthcareAssessment => ContinuingHealthcareAssessment,
        AssessmentKind.ContinuingHealthcareDecision => ContinuingHealthcareDecision,
        _ => FastTrack,
    };

    /// <param name="hours">The hours of each kind.</param>
    public static AssessmentTargets Each(Func<AssessmentKind, int> hours) => new()
    {
        SocialWork = hours(AssessmentKind.SocialWork),
        OccupationalTherapy = hours(AssessmentKind.OccupationalTherapy),
        Physiotherapy = hours(AssessmentKind.Physiotherapy),
        MentalHealth = hours(AssessmentKind.MentalHealth),
        MentalCapacity = hours(AssessmentKind.MentalCapacity),
        Equipment = hours(AssessmentKind.Equipment),
        ContinuingHealthcareChecklist = hours(AssessmentKind.ContinuingHealthcareChecklist),
        ContinuingHealthcareAssessment = hours(AssessmentKind.ContinuingHealthcareAssessment),
        ContinuingHealthcareDecision = hours(AssessmentKind.ContinuingHealthcareDecision),
        FastTrack = hours(AssessmentKind.FastTrack),
    };
}
