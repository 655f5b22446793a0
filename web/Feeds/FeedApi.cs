using CapacityBoard.Api;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.Feeds;

/// <summary>A hospital's messages over HTTP: the message is the body, and its acknowledgement the answer.</summary>
internal static class FeedApi
{
    private const string MediaType = "application/hl7-v2";
    private const int LargestMessage = 1024 * 1024;

    public static void MapFeeds(this IEndpointRouteBuilder api) => api.MapPost("/localities/{locality}/hospitals/{hospital}/messages", Receive)
        .WithTags("hospitals")
        .WithSummary("Takes one HL7 v2 ADT message of the hospital’s own system.")
        .WithDescription("The body is the message, in the character set of its MSH-18, as application/hl7-v2. The answer is its acknowledgement: AA, AE or AR in MSA-1.")
        .WithMetadata(new RequestSizeLimitAttribute(LargestMessage))
        .Produces<string>(StatusCodes.Status200OK, MediaType)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge);

    private static async Task<IResult> Receive(string locality, string hospital, HttpContext http, FeedReceiver receiver)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var answer = await receiver.Receive(body.GetBuffer().AsMemory(0, (int)body.Length), $"{locality}/{hospital}", http.RequestAborted);
        return TypedResults.Bytes(answer, MediaType);
    }
}
