using CapacityBoard.Processes;
using CapacityBoard.Support;

namespace CapacityBoard.Release;

/// <summary>
/// A root folder with the packages that docs/operations.md asks a machine for, and nothing else: no shell, no .NET, no Node.
/// Programs run in it as a user who may write to <c>/data</c> alone.
/// </summary>
internal sealed class EmptyRoot : IDisposable
{
    private const string Nobody = "65534";

    /// <summary>Sees processes and devices, as programs do on any machine, in mounts that end with it.</summary>
    private const string Enter =
        $"mount --bind /proc \"$0/proc\" && mount --bind /dev \"$0/dev\" && exec setpriv --no-new-privs chroot --userspec={Nobody}:{Nobody} \"$0\" \"$@\"";

    private readonly TemporaryFolder _root = new();

    /// <summary>What runs a program of the root.</summary>
    public IReadOnlyList<string> Command => ["unshare", "--mount", "sh", "-c", Enter, _root.FullPath];

    public static async Task<EmptyRoot> With(string archive)
    {
        var root = new EmptyRoot();
        // Debian's own links lead from /lib to /usr/lib, which is to be there before them.
        await Shell(
            """
            umask 022
            chmod 755 "$0"
            mkdir -p "$0"/usr/lib "$0"/usr/lib64 "$0"/proc "$0"/dev "$0"/tmp "$0"/data "$0"/opt
            chmod 1777 "$0/tmp"
            chown 65534:65534 "$0/data"
            dpkg --listfiles libc6 libgcc-s1 $(dpkg-query --show --showformat '${Package}\n' 'libicu[0-9]*') libssl3 libstdc++6 tzdata |
              tar --create --no-recursion --files-from=- 2>/dev/null | tar --extract --directory="$0"
            tar --extract --gzip --file="$1" --directory="$0/opt"
            """,
            root._root.FullPath,
            archive);
        return root;
    }

    /// <summary>Where the archive's folder is, seen from within the root.</summary>
    public string ProgramFolder => $"/opt/{Path.GetFileName(Directory.GetDirectories(_root.PathOf("opt")).ShouldHaveSingleItem())}";

    public void Dispose() => _root.Dispose();

    private static Task Shell(string script, params string[] arguments) =>
        LocalProgram.Run(insteadOfSuperuser: null, "bash", ["-euo", "pipefail", "-c", script, .. arguments]);
}
