using System.Buffers.Binary;
using System.Diagnostics;
using Microsoft.AspNetCore.SignalR;

namespace CapacityBoard.Floors;

/// <summary>
/// The least that pushing costs: a hub that sends the same number of bytes as often to as many screens, and does nothing else.
/// Each push begins with when it was sent.
/// </summary>
internal static class BareHub
{
    public const string Name = "bare-hub";
    public const string Path = "/hub";

    /// <param name="bytes">Of a push.</param>
    public static async Task Run(string[] arguments, int bytes)
    {
        var builder = WebApplication.CreateSlimBuilder(arguments);
        builder.Logging.ClearProviders();
        builder.Services.AddSignalR().AddMessagePackProtocol();
        await using var program = builder.Build();
        program.MapGet("/health/ready", () => "Ready");
        program.MapHub<Hub>(Path);
        await program.StartAsync();
        await Push(program.Services.GetRequiredService<IHubContext<Hub>>(), bytes, program.Lifetime.ApplicationStopping);
    }

    private static async Task Push(IHubContext<Hub> hub, int bytes, CancellationToken token)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await timer.WaitForNextTickAsync(token))
        {
            var push = new byte[bytes];
            BinaryPrimitives.WriteInt64LittleEndian(push, Stopwatch.GetTimestamp());
            _ = hub.Clients.All.SendAsync("Changed", push, token);
        }
    }

    private sealed class Hub : Microsoft.AspNetCore.SignalR.Hub;
}
