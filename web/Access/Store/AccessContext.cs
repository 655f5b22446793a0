using System.Text.Json;
using CapacityBoard.Access.Accounts;
using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Keys;
using CapacityBoard.Access.Wallboards;
using CapacityBoard.Sites;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CapacityBoard.Access.Store;

/// <summary>
/// Accounts, grants, keys, links and the access log: in the journal's database if there is one, otherwise in <c>access.db</c>
/// beside the journal. <see cref="AccessSchema"/> creates the tables and names their columns.
/// </summary>
internal sealed class AccessContext(DbContextOptions<AccessContext> options)
    : IdentityUserContext<Account, string, IdentityUserClaim<string>, IdentityUserLogin<string>, IdentityUserToken<string>, AccountPasskey>(options)
{
    /// <summary>While an upgrade goes on, a newer version may give a role that this one does not know. It grants nothing here.</summary>
    private static readonly Role[] KnownRoles = Enum.GetValues<Role>();

    public DbSet<GrantRow> Grants => Set<GrantRow>();

    public DbSet<ApiKey> Keys => Set<ApiKey>();

    public DbSet<WallboardLink> Links => Set<WallboardLink>();

    public DbSet<AccessEntry> Log => Set<AccessEntry>();

    public DbSet<AccessLink> Chain => Set<AccessLink>();

    public DbSet<LocalityPolicyRow> Policies => Set<LocalityPolicyRow>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<PostcodeDirectoryRow> Postcodes => Set<PostcodeDirectoryRow>();

    public DbSet<MessageChannelRow> Channels => Set<MessageChannelRow>();

    public DbSet<PushKeyRow> PushKeys => Set<PushKeyRow>();

    public DbSet<BoardKindRow> Kinds => Set<BoardKindRow>();

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        TakeDigests();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        TakeDigests();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Role>().HaveConversion<RoleCode>();
        configurationBuilder.Properties<Scope>().HaveConversion<ScopeText>();
        if (Database.IsSqlite())
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Milliseconds>();
        }
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Account>().ToTable("accounts");
        builder.Entity<IdentityUserClaim<string>>().ToTable("account_claims");
        builder.Entity<IdentityUserLogin<string>>().ToTable("account_logins");
        builder.Entity<IdentityUserToken<string>>().ToTable("account_tokens");
        builder.Entity<AccountPasskey>().ToTable("account_passkeys").HasKey(passkey => passkey.CredentialId);
        builder.Entity<AccountPasskey>().HasOne<Account>().WithMany().HasForeignKey(passkey => passkey.UserId);
        builder.Entity<AccountPasskey>().OwnsOne(passkey => passkey.Data).ToJson("data");
        builder.Entity<GrantRow>().ToTable("grants").HasQueryFilter(grant => KnownRoles.Contains(grant.Role));
        builder.Entity<ApiKey>().ToTable("api_keys");
        builder.Entity<WallboardLink>().ToTable("wallboard_links");
        builder.Entity<AccessEntry>().ToTable("access_log");
        builder.Entity<AccessLink>().ToTable("access_log_chain").HasKey(link => link.Position);
        builder.Entity<AccessLink>().Property(link => link.Position).ValueGeneratedNever();
        builder.Entity<LocalityPolicyRow>().ToTable("locality_policies");
        builder.Entity<Notice>().ToTable("notices");
        builder.Entity<PostcodeDirectoryRow>().ToTable("postcode_directories");
        builder.Entity<MessageChannelRow>().ToTable("message_channels");
        builder.Entity<PushKeyRow>().ToTable("push_keys").HasKey(key => key.PublicKey);
        builder.Entity<BoardKindRow>().ToTable("board_kind").Property(kind => kind.Id).ValueGeneratedNever();
        foreach (var property in builder.Model.GetEntityTypes().Where(entity => !entity.IsMappedToJson()).SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
        }
    }

    /// <summary>Sets the digest of new access log lines, so that their writers need not.</summary>
    private void TakeDigests()
    {
        foreach (var added in ChangeTracker.Entries<AccessEntry>().Where(entry => entry.State == EntityState.Added))
        {
            added.Entity.TakeDigest();
        }
    }

    private sealed class RoleCode() : ValueConverter<Role, string>(role => Codes.Of(role), code => CodeOf(code))
    {
        private static Role CodeOf(string code) =>
            Codes.TryParse<Role>(code, out var role) ? role : throw new FormatException($"'{code}' is not a role that this version knows.");
    }

    private sealed class ScopeText() : ValueConverter<Scope, string>(scope => scope.Value, text => Scope.Parse(text));

    /// <summary>Stores times as milliseconds, since SQLite cannot compare times.</summary>
    private sealed class Milliseconds() : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(), milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}
