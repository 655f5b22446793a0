using System.Diagnostics;

namespace CapacityBoard.Processes;

/// <summary>How to start a process.</summary>
/// <param name="File">The program.</param>
/// <param name="Settings">Passed in the environment, with a colon between section and name.</param>
public sealed record ServerProgram(string File, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Settings)
{
    private static readonly Dictionary<string, string> NoSettings = [];

    /// <summary>Limits too high to be reached, because all clients of a load share one address and one key.</summary>
    private static readonly Dictionary<string, string> WithoutLimits = new[] { "PerAddress", "PerPerson", "PerKey", "WorkedOnAtOnce", "HubCalls", "ConnectionsPerAddress", "ScreensPerCaller" }
        .ToDictionary(limit => $"Server:Limits:{limit}", _ => "1000000");

    /// <summary>The web program of this build, without a demonstration.</summary>
    public static ServerProgram Web(params IReadOnlyList<string> arguments) => new(OfThisBuild("Web"), ["--no-demo", .. arguments], WithoutLimits);

    /// <summary>The silo program of this build.</summary>
    public static ServerProgram Silo(params IReadOnlyList<string> arguments) => new(OfThisBuild("Silo"), arguments, NoSettings);

    /// <summary>One of the plain programs that the board is measured beside.</summary>
    public static ServerProgram Floor(string name, string argument) => new(OfThisBuild("LoadTests"), ["floor", name, argument], NoSettings);

    /// <summary>The same program from another build's folder.</summary>
    public ServerProgram BuiltIn(string folder) => this with { File = Path.Combine(folder, Path.GetFileName(File)) };

    public ServerProgram With(string setting, string value) => this with { Settings = new Dictionary<string, string>(Settings) { [setting] = value } };

    public IReadOnlyList<string> Command { get; init; } = ["dotnet"];

    /// <summary>Redirects the program's output, so that a failure can show it.</summary>
    public ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo(Command[0], [.. Command.Skip(1), File, .. Arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return start;
    }

    private static string OfThisBuild(string program) => Path.Combine(AppContext.BaseDirectory, $"{nameof(CapacityBoard)}.{program}.dll");
}
