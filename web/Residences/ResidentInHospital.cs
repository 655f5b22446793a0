using CapacityBoard.Board;
using CapacityBoard.Sites;

namespace CapacityBoard.Residences;

/// <summary>Somebody in hospital, as their usual residence may see them: without needs and without a clinical word.</summary>
/// <param name="Stay">The hospital's own reference.</param>
/// <param name="At">The ward or unit where they are.</param>
/// <param name="Telephone">The ward's number.</param>
/// <param name="Since">Since when they are in hospital.</param>
/// <param name="IsReady">True if they are medically optimised.</param>
/// <param name="Word">What this place said about their return; null before it has answered.</param>
internal sealed record ResidentInHospital(string Stay, SiteKey At, string? Telephone, DateTimeOffset Since, DateOnly? ExpectedDischarge, bool IsReady, ReturnWord? Word)
{
    public static ResidentInHospital Of(PersonsResidence residence, Boards boards) => new(
        residence.Stay.Reference,
        residence.At,
        boards.Find(residence.At)?.Details?.Telephone,
        residence.Stay.AdmittedAt,
        residence.Stay.ExpectedDischarge,
        residence.Stay.Optimised is not null,
        residence.Word);
}
