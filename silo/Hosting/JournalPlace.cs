using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using CapacityBoard.Journal;

namespace CapacityBoard.Hosting;

/// <summary>How a command line names the journal's database: without its password, which everybody on a machine may read there.</summary>
internal static partial class JournalPlace
{
    /// <summary>The setting that has the connection string; on a command line, that connection string.</summary>
    public const string Setting = $"{JournalOptions.Section}:{nameof(JournalOptions.ConnectionString)}";

    /// <summary>Refuses a connection string that holds a password, and does not repeat it.</summary>
    public static void Check(OptionResult option)
    {
        if (option.Tokens.Any(token => Password().IsMatch(token.Value)))
        {
            option.AddError(
                $"{option.Option.Name} has a password that everyone on this machine can read. Put the connection string in the environment "
                + $"(Journal__ConnectionString) or in the file of that name in the folder that {SecretsFolder.Variable} names, or the password alone in the file that PGPASSFILE names.");
        }
    }

    /// <summary>The connection string that the environment or the folder of secrets has; null where neither has one.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The folder of secrets cannot be read.</exception>
    public static string? OfEnvironment() => SecretsFolder.WithEnvironment()[Setting] is { Length: > 0 } connectionString ? connectionString : null;

    [GeneratedRegex(@"(?:^|;)\s*(?:(?:ssl\s?)?password|pwd|psw)\s*=\s*[^;\s]|://[^/@\s]*:[^/@\s]+@", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Password();
}
