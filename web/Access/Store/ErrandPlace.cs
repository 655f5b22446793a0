using System.CommandLine;
using System.CommandLine.Parsing;
using CapacityBoard.Hosting;
using Microsoft.Extensions.Options;

namespace CapacityBoard.Access.Store;

/// <summary>How a command line names the data folder or the database that an errand is about.</summary>
internal static class ErrandPlace
{
    public static Option<DirectoryInfo> Data { get; } = new("--data")
    {
        Description = "The data folder.",
        DefaultValueFactory = _ => new("data"),
    };

    /// <summary>Where not given, that of a server with the same environment.</summary>
    public static Option<string?> Journal { get; } = new("--journal")
    {
        Description = "The PostgreSQL database, if you use one.",
        Validators = { JournalPlace.Check },
        DefaultValueFactory = OfEnvironment,
    };

    /// <exception cref="Journal.JournalUnavailableException">The folder cannot be used, or a newer version of the product wrote it.</exception>
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
