using CapacityBoard.Messages.Sending;
using CapacityBoard.Sites;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Support.Messages;

/// <summary>A server with a mail server and a push service of its own, whose clock and whose looks at what is to be sent are the test's.</summary>
public sealed class MessagesBoard : IAsyncLifetime
{
    private PushService? _push;

    public MailServer Mail { get; } = new MailServer().Start();

    public PushService Push => _push!;

    public ShiftedClock Clock { get; } = new();

    public TestBoard Board { get; private set; } = null!;

    /// <summary>Puts the clock ahead to the next morning at 09:00, so that a test has a whole day.</summary>
    public void ToMorning()
    {
        var day = LocalDay.Of(Clock.GetUtcNow()).AddDays(1);
        Clock.Shift = LocalDay.FromLocal(day.ToDateTime(new(9, 0))) - TimeProvider.System.GetUtcNow();
    }

    /// <summary>Puts the clock ahead, and sends what is due then.</summary>
    public async Task After(TimeSpan time)
    {
        Clock.Shift += time;
        await Look();
    }

    /// <summary>Sends what is due now.</summary>
    public async Task Look()
    {
        await Board.Services.GetRequiredService<Projections.FoldProgress>().UpToDate(CancellationToken.None);
        await Board.Services.GetRequiredService<MessageRun>().Look(CancellationToken.None);
    }

    public async ValueTask InitializeAsync()
    {
        _push = await PushService.Start();
        Board = new()
        {
            Settings =
            {
                ["Messages:Url"] = "https://board.example.nhs.uk",
                ["Messages:Smtp:Host"] = "127.0.0.1",
                ["Messages:Smtp:Port"] = $"{Mail.Port}",
                ["Messages:Smtp:Security"] = "None",
                ["Messages:Smtp:From"] = "Capacity board <board@example.nhs.uk>",
                ["Messages:Push:Contact"] = "mailto:board@example.nhs.uk",
                ["Messages:Push:Services:0"] = "127.0.0.1",
            },
            Configure = builder =>
            {
                builder.Services.AddSingleton<TimeProvider>(Clock);
                builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(MessageDispatcher)));
            },
        };
        await Board.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Board.DisposeAsync();
        await Mail.DisposeAsync();
        await Push.DisposeAsync();
    }
}
