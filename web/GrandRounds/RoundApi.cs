using CapacityBoard.Access;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Api;
using CapacityBoard.History;
using CapacityBoard.Sites;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CapacityBoard.GrandRounds;

/// <summary>The read-only API of grand rounds. Reviews are recorded at wards: see <see cref="SiteApi"/>.</summary>
internal static class RoundApi
{
    public static void MapRounds(this IEndpointRouteBuilder api) => api.MapGet("/localities/{locality}/grand-round", Read)
        .WithTags("grand round")
        .WithSummary("Gets a hospital's grand round: the count of its long stays, and the stays that the caller can see, longest first.")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound);

    /// <param name="hospital">The hospital's part of its wards' keys; by default the locality's largest hospital.</param>
    private static async Task<Results<Ok<HospitalRound>, ProblemHttpResult>> Read(
        string locality, [AsParameters] AsAtQuery query, RoundReader rounds, AccessLog log, HttpContext http, CancellationToken token, string? hospital = null)
    {
        var maySee = (Sites.SiteKey site) => http.Caller()!.May(Permission.SeeStays, Scope.Of(site));
        if (await rounds.Moment(locality, (now, began) => query.Of(now, began), token) is not { } moment)
        {
            return TypedResults.Problem(Problems.Of(404, "unknown-locality", $"There is no locality '{locality}' on the board."));
        }

        if (moment.AsAt.Problems.Count > 0)
        {
            return TypedResults.Problem(AsAtQuery.ProblemOf(moment.AsAt));
        }

        if ((hospital ?? moment.HospitalOf(maySee)) is not { } asked || await rounds.Round(moment, asked, token) is not { } round)
        {
            return TypedResults.Problem(Problems.Of(404, "unknown-hospital", $"There is no hospital '{hospital}' in {locality}."));
        }

        var seen = round.With(maySee);
        await log.RecordView(http, seen.Stays.Select(stay => (stay.Site, (string?)stay.Stay.Reference)), moment.AsAt.Past);
        return TypedResults.Ok(seen);
    }
}
