namespace CapacityBoard.Demonstration;

/// <summary>What the demonstration shows. Bound from the configuration section <see cref="Section"/>.</summary>
internal sealed class DemonstrationOptions
{
    public const string Section = "Demonstration";

    private const int MostWeeks = 104;

    /// <summary>True where an empty folder or database becomes a demonstration, and one may be started. The command line sets it.</summary>
    public bool Enabled { get; set; }

    /// <summary>True where it answers other machines too: anybody on the network may then be anybody in it.</summary>
    public bool ForAll { get; set; }

    /// <summary>How much of an invented past a board that was empty is given, in weeks from 1 to 104; 6 where not set. Nothing else reads it.</summary>
    public int Weeks { get; set; } = 6;

    public TimeSpan Past => TimeSpan.FromDays(7 * Weeks);

    public static void Add(IServiceCollection services) => services.AddOptions<DemonstrationOptions>()
        .BindConfiguration(Section)
        .Validate(each => each.Weeks is >= 1 and <= MostWeeks, $"{Section}:{nameof(Weeks)} must be from 1 to {MostWeeks}.")
        .ValidateOnStart();
}
