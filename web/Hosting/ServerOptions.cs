namespace CapacityBoard.Hosting;

/// <summary>How this node serves. Bound from the configuration section <see cref="Section"/>.</summary>
internal sealed class ServerOptions
{
    public const string Section = "Server";

    /// <summary>
    /// The longest a whole stop may take, including draining, because tools that replace nodes one by one kill after ten seconds.
    /// </summary>
    public static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(9.5);

    private static readonly TimeSpan LongestDrain = TimeSpan.FromSeconds(8);

    /// <summary>
    /// How long the node keeps serving after it was told to stop, as <c>hh:mm:ss</c> from 00:00:00 (the default) to 00:00:08. If
    /// a load balancer polls <c>/health/ready</c>, set it slightly longer than the polling interval, so that it notices before
    /// the node refuses connections. If it learns of a stop in another way, leave it.
    /// </summary>
    public TimeSpan DrainFor { get; set; }

    public static void Add(IServiceCollection services) => services.AddOptions<ServerOptions>()
        .BindConfiguration(Section)
        .Validate(
            each => each.DrainFor >= TimeSpan.Zero && each.DrainFor <= LongestDrain,
            $"{Section}:{nameof(DrainFor)} must be from 00:00:00 to {LongestDrain}, written as hh:mm:ss.")
        .ValidateOnStart();
}
