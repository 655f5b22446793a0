using CapacityBoard.Access.Store;
using CapacityBoard.Demonstration.Feed;

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
            if (builder.Configuration.GetValue<DemonstrationOf>($"{DemonstrationOptions.Section}:{nameof(DemonstrationOptions.Of)}") == DemonstrationOf.Hospital)
            {
                builder.Services.AddHostedService<HospitalDemonstration>();
            }
            else
            {
                builder.Services.AddHostedService<DemonstrationService>();
            }
        }
    }
}
