using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Hosting;

/// <summary>
/// Settings in files, one a file, as orchestrators hand secrets to programs: of a folder that the environment names, the
/// file <c>Journal__ConnectionString</c> is the setting <c>Journal:ConnectionString</c>. Read when a program starts.
/// </summary>
internal static class SecretsFolder
{
    public const string Variable = "CAPACITY_BOARD_SECRETS";

    /// <summary>Adds them over what was added before; nothing where the environment names no folder.</summary>
    /// <exception cref="OptionsValidationException">The folder cannot be read; the message says why.</exception>
    public static IConfigurationBuilder AddSecrets(this IConfigurationBuilder configuration)
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } folder)
        {
            return configuration;
        }

        try
        {
            // Read here: some builders read a source when it is added, and others when they are built, outside this try.
            var secrets = new ConfigurationBuilder().AddKeyPerFile(Path.GetFullPath(folder)).Build();
            return configuration.AddConfiguration(secrets);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            var why = Directory.Exists(folder) ? unread.Message.TrimEnd('.') : "there is no such folder";
            throw new OptionsValidationException(Variable, typeof(string), [$"The folder {folder} that {Variable} names cannot be read: {why}."]);
        }
    }

    /// <summary>The settings of a program that builds no server: of the environment and of the folder over it.</summary>
    /// <inheritdoc cref="AddSecrets" path="/exception" />
    public static IConfiguration WithEnvironment() => new ConfigurationBuilder().AddEnvironmentVariables().AddSecrets().Build();
}
