using CapacityBoard.Access.Store;

namespace CapacityBoard.Demonstration;

internal static class DemonstrationSetup
{
    /// <summary>Adds the check of what the board is, and the demonstration where it may run.</summary>
    public static void AddDemonstration(this WebApplicationBuilder builder)
    {
        DemonstrationOptions.Add(builder.Services);
        builder.Services.AddSingleton<BoardKind>();
        builder.Services.AddHostedService<BoardKindStart>();
        if (builder.Configuration.GetValue<bool>($"{DemonstrationOptions.Section}:{nameof(DemonstrationOptions.Enabled)}"))
        {
            builder.Services.AddSingleton<DemonstrationPeople>();
            builder.Services.AddHostedService<DemonstrationService>();
        }
    }
}
