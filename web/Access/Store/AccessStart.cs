using CapacityBoard.Hosting;
using CapacityBoard.Journal;

namespace CapacityBoard.Access.Store;

/// <summary>Creates the tables in a data folder before anything is served; in a database the journal does this.</summary>
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
