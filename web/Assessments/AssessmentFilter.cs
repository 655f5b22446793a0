using CapacityBoard.Sites;

namespace CapacityBoard.Assessments;

/// <summary>Which open assessments to show; a part that is null does not filter.</summary>
/// <param name="Place">The key of the hospital or unit.</param>
internal sealed record AssessmentFilter(AssessmentKind? Kind = null, string? Place = null, bool IsOverdueOnly = false)
{
    /// <summary>Reads a query, ignoring parts that are not valid.</summary>
    public static AssessmentFilter Parse(IQueryCollection query) => new(
        Codes.TryParse<AssessmentKind>(query["kind"], out var kind) ? kind : null,
        query["place"].ToString() is { Length: > 0 } place ? place : null,
        query["show"] == "overdue");

    public bool Shows(OpenAssessment open) =>
        (Kind is null || open.Assessment.Kind == Kind) && (Place is null || open.Place == Place) && (!IsOverdueOnly || open.View.IsOverdue);
}
