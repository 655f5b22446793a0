using CapacityBoard.Access;
using CapacityBoard.Access.Keys;
using CapacityBoard.Fuzz;
using CapacityBoard.Processes;
using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Hosting.Api;

/// <summary>
/// Everything that the API describes is asked for a hundred times and more, nearly as it should be or not at all: whatever is
/// sent is answered, and never with a fault of the server.
/// </summary>
[Collection(nameof(Alone))]
public sealed class ApiFuzzTests(EveryState board, ITestOutputHelper output) : IClassFixture<EveryState>
{
    private const int Requests = 20_000;
    private const int AtOnce = 32;

    [Fact]
    public async Task GivenAnythingThatTheApiDescribes_WhenAskedRightOrWrongly_ThenAnsweredAndNeverWithAFaultOfTheServer()
    {
        using var run = new FuzzRun(board.Server.Services);
        var description = (await board.Server.Get("/openapi/v1.json")).ThenAccepted().Json;
        var (operations, callers, next) = (ApiOperation.In(description), await Callers(), -1);
        operations.Count.ShouldBe(ApiCommand.Routes().Count());

        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(Ask)));

        output.WriteLine($"{run}");
        run.ThenInOrder(leastRight: Requests / 40);

        async Task Ask()
        {
            using var connection = new RawConnection(board.Server.Address);
            FuzzedRequest? before = null;
            while (Interlocked.Increment(ref next) is var number && number < Requests && !run.IsEnough)
            {
                var request = new FuzzedRequest(description, operations, callers, run.Seed, number);
                await Send(connection, request, before, run);
                before = request;
            }
        }
    }

    /// <param name="before">What was sent over the connection before, and may be why it was closed.</param>
    private static async Task Send(RawConnection connection, FuzzedRequest request, FuzzedRequest? before, FuzzRun run)
    {
        try
        {
            var answer = await connection.Send(request.Bytes, request.Method == "HEAD").Within("answered");
            run.Answered(answer.Status, () => $"{request}\n{answer.Body}");
        }
        catch (Exception failure) when (failure is IOException or TimeoutException)
        {
            run.NotAnswered(failure, $"{request}\nafter\n{before}");
            connection.Dispose();
        }
    }

    /// <summary>What is sent to say who asks: mostly a key that may do everything.</summary>
    private async Task<IReadOnlyList<string>> Callers()
    {
        var keys = board.Server.Services.GetRequiredService<ApiKeys>();
        var some = new List<string>();
        foreach (var role in new[] { Role.Viewer, Role.CareProvider, Role.Ward })
        {
            some.Add($"Bearer {await keys.Create($"Fuzz, {role}", [new(role, Scope.Parse(EveryState.Locality))], TimeSpan.FromDays(1), "API")}");
        }

        return [.. Enumerable.Repeat($"{MachineKey.Header}", 40), .. some, "", "Bearer cbk_x_y", "Bearer \u00e9", "bearer", "Basic eDp4"];
    }
}
