using System.CommandLine;
using System.CommandLine.Parsing;
using CapacityBoard.Hosting;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Access.Store;

/// <summary>Command-line options that name the data folder or database to work on.</summary>
internal static class ErrandPlace
{
    public static Option<DirectoryInfo> Data { get; } = new("--data")
    {
        Description = "The data folder.",
        DefaultValueFactory = _ => new("data"),
    };

    /// <summary>By default, the one that a server in the same environment would use.</summary>
    public static Option<string?> Journal { get; } = new("--journal")
    {
        Description = "The PostgreSQL database, if you use one.",
        Validators = { JournalPlace.Check },
        DefaultValueFactory = OfEnvironment,
    };

    /// <exception cref="Journal.JournalUnavailableException">
    /// The folder cannot be used, or a newer version of the product wrote it.
    /// </exception>
    public static AccessErrand Open(ParseResult arguments) => arguments.GetValue(Journal) is { } journal
        ? AccessErrand.InDatabase(journal)
        : AccessErrand.InFolder(arguments.GetValue(Data)!.FullName);

    private static string? OfEnvironment(ArgumentResult result)
    {
        try
        {
            return JournalPlace.OfEnvironment();
        }
        catch (OptionsValidationException unread)
        {
            result.AddError(unread.Message);
            return null;
        }
    }
}
