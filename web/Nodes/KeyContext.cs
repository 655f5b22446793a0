using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Nodes;

/// <summary>
/// The keys that protect sessions and forms, in the journal's database and shared by all its nodes. The table is among the
/// journal's migrations; its keys are identified by name only.
/// </summary>
internal sealed class KeyContext(DbContextOptions<KeyContext> options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var key = modelBuilder.Entity<DataProtectionKey>().ToTable("web_keys");
        key.Ignore(each => each.Id);
        key.HasKey(nameof(DataProtectionKey.FriendlyName));
        key.Property(each => each.FriendlyName).HasColumnName("name");
        key.Property(each => each.Xml).HasColumnName("xml");
    }
}
