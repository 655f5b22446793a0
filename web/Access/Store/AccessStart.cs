using CapacityBoard.Hosting;
using CapacityBoard.Journal;

namespace CapacityBoard.Access.Store;

/// <summary>Makes the tables in a data folder before anything is served; in a database the journal does so.</summary>
internal sealed class AccessStart(IServiceProvider services) : BeforeServing
{
    public override Task StartingAsync(CancellationToken cancellationToken)
    {
        if (services.GetService<DataFolder>() is { } folder)
        {
            AccessSchema.Migrate(folder.FullPath);
        }

        return Task.CompletedTask;
    }
}
