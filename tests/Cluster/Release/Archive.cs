using CapacityBoard.Processes;
using CapacityBoard.Support;

namespace CapacityBoard.Release;

/// <summary>The archive that <c>./run publish</c> makes, unpacked in an <see cref="EmptyRoot"/>. It takes minutes, so it is made once.</summary>
public sealed class Archive : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private EmptyRoot? _root;

    /// <summary>The archive's file name.</summary>
    public string FileName { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && LocalProgram.IsSuperuser, "Only the superuser may run programs in another root.");
        await LocalProgram.Run(insteadOfSuperuser: null, Repository.PathOf("run"), "publish", _folder.FullPath);
        var file = Directory.GetFiles(_folder.FullPath).ShouldHaveSingleItem();
        FileName = Path.GetFileName(file);
        _root = await EmptyRoot.With(file);
    }

    public ValueTask DisposeAsync()
    {
        _root?.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A program of the archive, in the empty root.</summary>
    public ServerProgram Program(string name, params IReadOnlyList<string> arguments) =>
        new($"{_root!.ProgramFolder}/CapacityBoard.{name}", arguments, new Dictionary<string, string>()) { Command = _root.Command };
}
