using System.Reflection;

namespace CapacityBoard.Hosting;

/// <summary>The build of the product that runs.</summary>
/// <param name="Version">As in <c>Directory.Build.props</c>: <c>2.0.0</c>.</param>
/// <param name="Commit">The full hash of the commit it was built from; <see cref="Unknown"/> for a build outside Git.</param>
internal sealed record BuildVersion(string Version, string Commit)
{
    public const string Unknown = "unknown";

    private const int ShortLength = 8;

    public static BuildVersion Current { get; } = Parse(
        typeof(BuildVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);

    /// <summary>The first digits of the commit, for people to read.</summary>
    public string ShortCommit => Commit == Unknown ? Commit : Commit[..Math.Min(ShortLength, Commit.Length)];

    /// <param name="text">As the SDK writes it: <c>2.0.0+commit</c>.</param>
    public static BuildVersion Parse(string text) => text.Split('+', 2) is [var version, { Length: > 0 } commit]
        ? new(version, commit)
        : new(text.TrimEnd('+'), Unknown);
}
