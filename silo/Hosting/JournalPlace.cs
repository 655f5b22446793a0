using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using CapacityBoard.Journal;

namespace CapacityBoard.Hosting;

/// <summary>The journal's database on a command line: without its password, because everyone on the machine can read a command line.</summary>
internal static partial class JournalPlace
{
    /// <summary>The setting with the journal's connection string.</summary>
    public const string Setting = $"{JournalOptions.Section}:{nameof(JournalOptions.ConnectionString)}";

    /// <summary>Refuses a connection string that contains a password, without repeating the password.</summary>
    public static void Check(OptionResult option)
    {
        if (option.Tokens.Any(token => Password().IsMatch(token.Value)))
        {
            option.AddError(
                $"{option.Option.Name} has a password that everyone on this machine can read. Put the connection string in the environment "
                + $"(Journal__ConnectionString) or in the file of that name in the folder that {SecretsFolder.Variable} names, or the password alone in the file that PGPASSFILE names.");
        }
    }

    /// <summary>The connection string in the environment or the secrets folder; null if neither has one.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The secrets folder cannot be read.</exception>
    public static string? OfEnvironment() => SecretsFolder.WithEnvironment()[Setting] is { Length: > 0 } connectionString ? connectionString : null;

    [GeneratedRegex(@"(?:^|;)\s*(?:(?:ssl\s?)?password|pwd|psw)\s*=\s*[^;\s]|://[^/@\s]*:[^/@\s]+@", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Password();
}
