using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace CapacityBoard.Support;

/// <summary>
/// Checks laws that must hold for every case, on random cases. A failure names its smallest case and its seed; setting
/// <c>LAW_REPLAY=seed,gamma,size</c> in the environment runs the same case again.
/// </summary>
internal static class Law
{
    private const int Cases = 100;

    public static void HoldsForAll<T>(Arbitrary<T> cases, Action<T> law) =>
        Check.One(Settings(), Prop.ForAll(cases, law));

    public static void HoldsForAll<T>(Arbitrary<T> cases, Func<T, Task> law) =>
        Check.One(Settings(), Prop.ForAll(cases, law));

    private static Config Settings()
    {
        var settings = Config.QuickThrowOnFailure.WithMaxTest(Cases).WithStartSize(5).WithEndSize(80).WithQuietOnSuccess(true);
        return Environment.GetEnvironmentVariable("LAW_REPLAY")?.Split(',') is [var seed, var gamma, var size]
            ? settings.WithReplay(FSharpOption<Replay>.Some(new(new(ulong.Parse(seed, null), ulong.Parse(gamma, null)), int.Parse(size, null))))
            : settings;
    }
}
