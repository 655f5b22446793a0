using CapacityBoard.Messages.Channels;
using CapacityBoard.Messages.Links;
using CapacityBoard.Messages.Sending;
using CapacityBoard.Telemetry;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Messages;

internal static class MessagesSetup
{
    public static void AddMessages(this IServiceCollection services)
    {
        MessageOptions.Add(services);
        services.AddSingleton<ChannelStore>();
        services.AddSingleton<MessageLinks>();
        services.AddSingleton<MessageComposer>();
        services.AddSingleton<PushKeys>();
        services.AddSingleton<Providers>();
        services.AddSingleton<IChannelSender, EmailSender>();
        services.AddSingleton<IChannelSender, PushSender>();
        services.AddSingleton<IChannelSender, TextSender>();
        services.AddSingleton<ChannelVerifier>();
        services.AddSingleton<MessageFates>();
        services.AddSingleton<ChannelsServices>();
        services.AddSingleton<MessageRun>();
        services.AddHostedService<MessageDispatcher>();
        services.AddProvider(PushSender.Client);
        services.AddProvider(TextSender.Client);
    }

    public static void ObserveMessages(this IServiceProvider services) =>
        services.GetRequiredService<BoardMetrics>().ObserveMessages(() => services.GetRequiredService<MessageRun>().Waiting);

    /// <summary>A provider that answers with another address is not followed there.</summary>
    private static void AddProvider(this IServiceCollection services, string name) => services
        .AddHttpClient(name, (provider, client) => client.Timeout = provider.GetRequiredService<IOptions<MessageOptions>>().Value.LongestAnswer)
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
}
