using CapacityBoard.Board;
using CapacityBoard.Cluster;
using CapacityBoard.Sites;
using Mono.Cecil;

namespace CapacityBoard.Conventions;

/// <summary>Dependencies run one way: grains ← silo ← web, and in web from folder to folder without a way back.</summary>
public sealed class FolderDependenciesTests
{
    private static readonly CompiledDependencies Web = CompiledDependencies.In(typeof(Boards).Assembly.Location);

    /// <summary>What projections are made of; no concept of the board is among it.</summary>
    private static readonly string[] BelowProjections = ["Projections"];

    [Fact]
    public void GivenTheProjects_ThenTheyReferToEachOtherOneWay()
    {
        References(typeof(Site)).ShouldNotContain("CapacityBoard.Silo");
        References(typeof(Site)).ShouldNotContain("CapacityBoard.Web");
        References(typeof(GrainHosting)).ShouldNotContain("CapacityBoard.Web");
        References(typeof(GrainHosting)).ShouldContain("CapacityBoard.Grains", "so that the check sees what there is");
    }

    [Fact]
    public void GivenTheFoldersOfWeb_ThenNoneUsesAnotherThatUsesIt()
    {
        var folders = Web.Uses.Select(use => (User: Web.FolderOf(use.User)!, Used: Web.FolderOf(use.Used)!))
            .Where(use => use.User != use.Used && use.User.Length > 0)
            .Distinct()
            .ToLookup(use => use.User, use => use.Used);
        folders.Count.ShouldBeGreaterThan(15);

        var onACircle = folders.Select(folder => folder.Key).Where(folder => Reached(folders, folder).Contains(folder)).ToList();

        onACircle.ShouldBeEmpty(string.Join(Environment.NewLine, Between(onACircle)));
    }

    [Fact]
    public void GivenProjections_ThenTheyKnowNoConcept() =>
        Web.Uses.Where(use => Web.FolderOf(use.User) == "Projections").Select(use => Web.FolderOf(use.Used)).Distinct().Except(BelowProjections).ShouldBeEmpty();

    [Fact]
    public void GivenPages_ThenOnlyTheirOwnFolderUsesThem()
    {
        var uses = Web.Uses.Where(use => IsPage(use.Used)).ToList();
        uses.Count(use => Web.FolderOf(use.User) == Web.FolderOf(use.Used)).ShouldBeGreaterThan(30, "each view uses its own");

        uses.Where(use => Web.FolderOf(use.User) != Web.FolderOf(use.Used)).Select(use => $"{use.User.FullName} uses {use.Used.FullName}").ShouldBeEmpty();
    }

    private static bool IsPage(TypeDefinition type) => type.IsSealed && type.Name.EndsWith("Model", StringComparison.Ordinal);

    private static IEnumerable<string> References(Type of) => of.Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!);

    private static HashSet<string> Reached(ILookup<string, string> folders, string from)
    {
        var (reached, next) = (new HashSet<string>(), new Queue<string>([from]));
        while (next.TryDequeue(out var folder))
        {
            foreach (var used in folders[folder].Where(reached.Add))
            {
                next.Enqueue(used);
            }
        }

        return reached;
    }

    /// <summary>Which types make the circle, the folders that use each other directly first.</summary>
    private static IEnumerable<string> Between(IReadOnlyCollection<string> folders) => Web.Uses
        .Select(use => (User: Web.FolderOf(use.User)!, Used: Web.FolderOf(use.Used)!, Words: $"{use.User.Name} uses {use.Used.Name}"))
        .Where(use => use.User != use.Used && folders.Contains(use.User) && folders.Contains(use.Used))
        .GroupBy(use => (use.User, use.Used))
        .OrderBy(group => group.Count())
        .Select(group => $"{group.Key.User} → {group.Key.Used}: {string.Join(", ", group.Select(use => use.Words).Take(6))}");
}
