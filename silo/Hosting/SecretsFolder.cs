using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Hosting;

/// <summary>
/// Settings in files, one each, as orchestrators hand secrets to programs. In the folder that the environment names, the
/// file <c>Journal__ConnectionString</c> holds the setting <c>Journal:ConnectionString</c>. Read when a program starts.
/// </summary>
internal static class SecretsFolder
{
    public const string Variable = "CAPACITY_BOARD_SECRETS";

    /// <summary>Adds the files' settings, which override those added before; does nothing if the environment names no folder.</summary>
    /// <exception cref="OptionsValidationException">The folder cannot be read; the message says why.</exception>
    public static IConfigurationBuilder AddSecrets(this IConfigurationBuilder configuration)
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } folder)
        {
            return configuration;
        }

        try
        {
            // Read here, because some builders read a source when it is added and others when they are built, outside this try.
            var secrets = new ConfigurationBuilder().AddKeyPerFile(Path.GetFullPath(folder)).Build();
            return configuration.AddConfiguration(secrets);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            var why = Directory.Exists(folder) ? unread.Message.TrimEnd('.') : "there is no such folder";
            throw new OptionsValidationException(Variable, typeof(string), [$"The folder {folder} that {Variable} names cannot be read: {why}."]);
        }
    }

    /// <summary>The settings of a program that builds no server: those of the environment, overridden by the folder's.</summary>
    /// <inheritdoc cref="AddSecrets" path="/exception" />
    public static IConfiguration WithEnvironment() => new ConfigurationBuilder().AddEnvironmentVariables().AddSecrets().Build();
}
