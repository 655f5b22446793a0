using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Import;

/// <summary>A directory's columns: how its header is known, and what each row says.</summary>
internal abstract class DirectoryLayout
{
    public const string NoHome = "neither a care home nor a home-care agency";
    public const string Dormant = "dormant: registered, but giving no care now";

    public static ImmutableArray<DirectoryLayout> Known { get; } = [new TraffordLayout(), new CareDirectoryWithFilters(), new CareDirectory()];

    /// <summary>What it is called, for a person.</summary>
    public abstract string Name { get; }

    /// <summary>The columns that a header of this layout cannot be without.</summary>
    public abstract ImmutableArray<string> Needed { get; }

    public abstract DirectoryRow Read(int row, Header header, IReadOnlyList<string> values);

    protected static (SiteKind? Kind, string? PassOver) KindOf(bool isCareHome, bool isHomeCare, bool isDormant) => (isCareHome, isHomeCare) switch
    {
        _ when isDormant && (isCareHome || isHomeCare) => (null, Dormant),
        (true, _) => (SiteKind.CareHome, null),
        (_, true) => (SiteKind.HomeCareProvider, null),
        _ => (null, NoHome),
    };

    /// <summary>The parts of a value that holds several, parted by <c>|</c>.</summary>
    protected static ImmutableArray<string> Several(string text) => [.. text.Split('|').Select(Values.OneLine).OfType<string>().Distinct()];
}
