using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace CapacityBoard.Support;

/// <summary>What the API answered.</summary>
public sealed record Answer(int Status, string? ContentType, string Text, HttpResponseHeaders Headers)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public long Version => (long)Json["version"]!;

    public string Operation => (string)Json["operation"]!;

    public bool IsAccepted => Status == 200;

    public static async Task<Answer> Of(HttpResponseMessage response) =>
        new((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync(), response.Headers);

    public Answer ThenAccepted()
    {
        Status.ShouldBe(200, Text);
        ContentType.ShouldBe("application/json");
        return this;
    }

    /// <summary>The answer is a problem document that names what is at fault.</summary>
    public Answer ThenRefused(int status, string code, string? field = null)
    {
        Status.ShouldBe(status, Text);
        ContentType.ShouldBe("application/problem+json", Text);
        ((int)Json["status"]!).ShouldBe(status, Text);
        ((string?)Json["code"]).ShouldBe(code, Text);
        ((string?)Json["field"]).ShouldBe(field, Text);
        ((string?)Json["title"]).ShouldNotBeNullOrWhiteSpace(Text);
        ((string?)Json["detail"]).ShouldNotBeNullOrWhiteSpace(Text);
        return this;
    }

    /// <summary>Its words for a person have these among them.</summary>
    public Answer Saying(string words)
    {
        ((string?)Json["detail"]).ShouldNotBeNull().ShouldContain(words);
        return this;
    }
}
