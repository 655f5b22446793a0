namespace CapacityBoard.Hosting;

/// <summary>How this node serves. Bound from the configuration section <see cref="Section"/>.</summary>
internal sealed class ServerOptions
{
    public const string Section = "Server";

    /// <summary>All of a stop together, drain included: what replaces nodes one by one kills after ten seconds.</summary>
    public static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(9.5);

    private static readonly TimeSpan LongestDrain = TimeSpan.FromSeconds(8);

    /// <summary>
    /// How long the node goes on serving after it was told to stop, as <c>hh:mm:ss</c> from 00:00:00, the default, to
    /// 00:00:08. Where a load balancer asks <c>/health/ready</c> every few seconds, set it a little longer than that: it is
    /// then told before the node takes no more connections. Where it learns of a stop otherwise, leave it.
    /// </summary>
    public TimeSpan DrainFor { get; set; }

    public static void Add(IServiceCollection services) => services.AddOptions<ServerOptions>()
        .BindConfiguration(Section)
        .Validate(
            each => each.DrainFor >= TimeSpan.Zero && each.DrainFor <= LongestDrain,
            $"{Section}:{nameof(DrainFor)} must be from 00:00:00 to {LongestDrain}, written as hh:mm:ss.")
        .ValidateOnStart();
}
