namespace CapacityBoard.Demonstration;

/// <summary>The demonstration's settings. Bound from the configuration section <see cref="Section"/>.</summary>
internal sealed class DemonstrationOptions
{
    public const string Section = "Demonstration";

    private const int MostWeeks = 104;

    /// <summary>
    /// True if an empty folder or database becomes a demonstration and an existing demonstration may start. The command line sets
    /// it.
    /// </summary>
    public bool Enabled { get; set; }

    /// <summary>True to answer other machines too; anyone on the network can then use any of its accounts.</summary>
    public bool ForAll { get; set; }

    /// <summary>What it shows.</summary>
    public DemonstrationOf Of { get; set; }

    /// <summary>The weeks of invented past for an empty board, from 1 to 104; default 6. Nothing else reads it.</summary>
    public int Weeks { get; set; } = 6;

    public TimeSpan Past => TimeSpan.FromDays(7 * Weeks);

    public static void Add(IServiceCollection services) => services.AddOptions<DemonstrationOptions>()
        .BindConfiguration(Section)
        .Validate(each => each.Weeks is >= 1 and <= MostWeeks, $"{Section}:{nameof(Weeks)} must be from 1 to {MostWeeks}.")
        .ValidateOnStart();
}

/// <summary>What a demonstration shows.</summary>
internal enum DemonstrationOf
{
    /// <summary>A town with its hospitals, homes and agencies, as people record it.</summary>
    Stockport,

    /// <summary>One hospital, by the messages of its own system.</summary>
    Hospital,
}
