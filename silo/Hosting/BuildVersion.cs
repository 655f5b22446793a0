using System.Reflection;

namespace CapacityBoard.Hosting;

/// <summary>Which build of the product runs.</summary>
/// <param name="Version">As <c>Directory.Build.props</c> has it: <c>2.0.0</c>.</param>
/// <param name="Commit">The commit that it was built from, in full; <see cref="Unknown"/> for a build outside Git.</param>
internal sealed record BuildVersion(string Version, string Commit)
{
    public const string Unknown = "unknown";

    private const int ShortLength = 8;

    public static BuildVersion Current { get; } = Parse(
        typeof(BuildVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);

    /// <summary>The first digits of the commit, as people read it.</summary>
    public string ShortCommit => Commit == Unknown ? Commit : Commit[..Math.Min(ShortLength, Commit.Length)];

    /// <param name="text">As the SDK writes it: <c>2.0.0+commit</c>.</param>
    public static BuildVersion Parse(string text) => text.Split('+', 2) is [var version, { Length: > 0 } commit]
        ? new(version, commit)
        : new(text.TrimEnd('+'), Unknown);
}
