using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Api;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CapacityBoard.Plans;

/// <summary>The read-only API of plans.</summary>
internal static class PlanApi
{
    public static void MapPlans(this IEndpointRouteBuilder api) => api.MapGet("/localities/{locality}/plan", Read)
        .WithTags("plan")
        .WithSummary("Gets a suggestion for everybody who is medically optimised and waits for a place: who can be placed where and why, what is arranged, and who is left out and why. It holds nothing.")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<PlanAnswer>, ProblemHttpResult>> Read(string locality, PlanSource source, AccessLog log, HttpContext http, CancellationToken token)
    {
        var caller = http.Caller()!;
        if (await source.Read(locality, caller, token) is not var (plan, version))
        {
            return TypedResults.Problem(Problems.Of(404, "unknown-locality", $"There is no locality '{locality}' on the board."));
        }

        var answer = PlanAnswer.Of(plan, version, caller);
        await log.RecordView(http, answer.Stays);
        return TypedResults.Ok(answer);
    }
}
