using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Import;

/// <summary>A directory's columns: how to recognise its header, and how to read each row.</summary>
internal abstract class DirectoryLayout
{
    public const string NoHome = "not a care home or home care agency";
    public const string Dormant = "dormant: registered, but not providing care now";
    public const string Deactivated = "deactivated: its registration has ended";
    public const string NoArea = "no area";

    private static readonly Column End = new("Location HSCA end date", "Deregistration date", "Deactivation date");
    private static readonly Column Status = new("Registration status", "Location status");

    public static ImmutableArray<DirectoryLayout> Known { get; } =
        [new TraffordLayout(), new CareDirectoryWithFilters(), CareDirectory.SearchExport, CareDirectory.Plain];

    /// <summary>Its name in messages.</summary>
    public abstract string Name { get; }

    /// <summary>The columns that every header of this layout must have.</summary>
    public abstract ImmutableArray<Column> Needed { get; }

    /// <summary>The column that names a home's locality.</summary>
    public abstract Column Area { get; }

    /// <summary>The column of the Care Quality Commission's location id.</summary>
    public abstract Column Reference { get; }

    /// <summary>The kind of site that a row describes, or why it is passed over.</summary>
    public abstract (SiteKind? Kind, string? PassOver) Judge(Header header, IReadOnlyList<string> values);

    public abstract DirectoryRow Read(int row, Header header, IReadOnlyList<string> values);

    /// <summary>The needed columns that a header does not have.</summary>
    public IEnumerable<Column> LackedBy(Header header) => Needed.Where(column => !header.Has(column));

    protected static bool IsDeactivated(Header header, IReadOnlyList<string> values) =>
        Values.OneLine(header.Value(values, End)) is not null
        || Values.OneLine(header.Value(values, Status))?.ToUpperInvariant() is "DEREGISTERED" or "DEACTIVATED" or "DE-ACTIVATED" or "INACTIVE";

    protected static (SiteKind? Kind, string? PassOver) KindOf(bool isCareHome, bool isHomeCare, bool isDormant, bool isDeactivated) =>
        (isCareHome, isHomeCare) switch
        {
            (false, false) => (null, NoHome),
            _ when isDeactivated => (null, Deactivated),
            _ when isDormant => (null, Dormant),
            (true, _) => (SiteKind.CareHome, null),
            _ => (SiteKind.HomeCareProvider, null),
        };
}
