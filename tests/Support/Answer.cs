using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace CapacityBoard.Support;

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

    /// <summary>Asserts that the answer is a problem document with this code and field.</summary>
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

    /// <summary>Asserts that the problem's message for people contains these words.</summary>
    public Answer Saying(string words)
    {
        ((string?)Json["detail"]).ShouldNotBeNull().ShouldContain(words);
        return this;
    }
}
