using System.ComponentModel;
using CapacityBoard.Access;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Api;
using CapacityBoard.History;
using CapacityBoard.Sites;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Choices;

/// <summary>The read-only API of choice lists, and of who could come to a place.</summary>
internal static class ChoicesApi
{
    public static void MapChoices(this IEndpointRouteBuilder api)
    {
        api.MapGet("/localities/{locality}/choices", Read)
            .WithTags("choices")
            .WithSummary("Gets a person's choice list, now or as it was at a past time: places free now, free within 24 hours and full, best match first, and excluded places, each with the reasons.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        api.MapGet("/localities/{locality}/suited", ReadSuited)
            .WithTags("choices")
            .WithSummary("Gets who could come to a place, by the rules of choice lists: people who are medically optimised, then those expected to leave within 24 hours, the longest wait first, and who cannot come and why.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<SuitedAnswer>, ProblemHttpResult>> ReadSuited(
        string locality,
        [Description("The care home, unit or home-care provider: locality/site.")] string site,
        SuitedSource source,
        AccessLog log,
        HttpContext http,
        CancellationToken token)
    {
        if (!SiteKey.TryParse(site, out var key) || key.Locality != locality || await source.Read(key, http.Caller()!, token) is not { } read)
        {
            return TypedResults.Problem(Problems.Of(404, "unknown-site", $"There is no care home, unit or home-care provider '{site}' in {locality}."));
        }

        await log.RecordView(http, read.People.Stays);
        return TypedResults.Ok(SuitedAnswer.Of(read));
    }

    private static async Task<Results<Ok<ChoiceList>, ProblemHttpResult>> Read(
        string locality,
        [Description("The ward or unit that the person is on: locality/hospital/ward or locality/unit.")] string site,
        [Description("The hospital's own reference for the stay.")] string stay,
        [AsParameters] AsAtQuery query,
        ChoiceListSource source,
        BoardHistory history,
        AccessLog log,
        TimeProvider clock,
        HttpContext http,
        CancellationToken token)
    {
        if (!SiteKey.TryParse(site, out var from) || from.Locality != locality)
        {
            return TypedResults.Problem(NoSuchStay(site));
        }

        var asAt = query.Of(clock.GetUtcNow(), history.Began(from));
        if (asAt.Problems.Count > 0)
        {
            return TypedResults.Problem(AsAtQuery.ProblemOf(asAt));
        }

        if (await source.Read(from, stay, asAt, token) is not { } person)
        {
            return TypedResults.Problem(NoSuchStay(site));
        }

        if (person.List is not { } list)
        {
            return TypedResults.Problem(Problems.Of(409, "needs-not-known", "No needs are recorded for this person. Send set-needs first.", "stay"));
        }

        await log.RecordView(http, person.From, [person.Stay.Reference], asAt.Past);
        return TypedResults.Ok(list.Seen(each => http.Caller()!.May(Permission.SeeBoard, Scope.Parse(each))));
    }

    private static ProblemDetails NoSuchStay(string site) =>
        Problems.Of(new Refusal(RefusalCode.UnknownStay, $"There is no such stay at {site}, or there was none then.", "stay"));
}
