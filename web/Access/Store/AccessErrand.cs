using CapacityBoard.Access.Accounts;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Keys;
using CapacityBoard.Journal;
using CapacityBoard.Telemetry;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Access.Store;

/// <summary>
/// The tables for a command-line tool, with or without a running server. Anyone who can write the data folder or database can do
/// anything anyway, so nobody has to authenticate.
/// </summary>
internal sealed class AccessErrand : IDbContextFactory<AccessContext>
{
    private readonly DbContextOptions<AccessContext> _options;

    private AccessErrand(DbContextOptions<AccessContext> options) => _options = options;

    public AccessStore Store => new(this);

    public AccessLog Log => new(Store, BoardMetrics.Unread, TimeProvider.System);

    public FirstAdministratorLink FirstAdministrator => new(Store, TimeProvider.System);

    public AccessLogFile LogFile => new(this, TimeProvider.System);

    public ApiKeys Keys => new(Store, new(Store, TimeProvider.System), TimeProvider.System);

    public static AccessErrand InFolder(string dataFolder)
    {
        PrivateFolder.Create(dataFolder);
        AccessSchema.Migrate(dataFolder);
        return new(new DbContextOptionsBuilder<AccessContext>().UseSqlite(AccessSchema.ConnectionString(dataFolder)).Options);
    }

    /// <summary>A folder's tables as they are, perhaps of an earlier version; null if it has none.</summary>
    public static AccessErrand? OfFileIn(string dataFolder) => File.Exists(Path.Combine(dataFolder, AccessSchema.File))
        ? new(new DbContextOptionsBuilder<AccessContext>().UseSqlite(AccessSchema.ConnectionString(Path.GetFullPath(dataFolder))).Options)
        : null;

    /// <summary>The tables of a database that a server has already created.</summary>
    public static AccessErrand InDatabase(string connectionString) =>
        new(new DbContextOptionsBuilder<AccessContext>().UseNpgsql(connectionString).Options);

    public AccessContext CreateDbContext() => new(_options);
}
