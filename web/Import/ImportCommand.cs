using System.CommandLine;
using System.Text.Json;
using CapacityBoard.Hosting;
using CapacityBoard.Journal;

namespace CapacityBoard.Import;

/// <summary><c>import FILE --locality NAME</c>: imports a directory from the command line.</summary>
internal static class ImportCommand
{
    private const int Done = 0;
    private const int Refused = 1;
    private const int WrongUsage = 2;

    private static readonly Argument<FileInfo> File = new("file")
    {
        Description = "The CSV directory file: Trafford Data Lab's care homes or the Care Quality Commission's care directory.",
    };

    private static readonly Option<string> Locality = new("--locality") { Description = "The homes' locality.", Required = true };

    private static readonly Option<string?> Area = new("--area")
    {
        Description = "The area in the file to import. Not needed if the file has only one.",
    };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Report what an import would do, and change nothing." };

    private static readonly Option<bool> SkipBadRows = new("--skip-bad-rows") { Description = "Skip refused rows and import the rest." };

    private static readonly Option<Uri?> Server = new("--server")
    {
        Description = "The server to import into. If not given, the server that runs on the data folder, if there is one.",
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            {
                return uri;
            }

            result.AddError($"--server: '{result.Tokens[0].Value}' is not a server address. Write it like http://localhost:5080.");
            return null;
        },
    };

    private static readonly Option<DirectoryInfo?> Data = new("--data") { Description = "The data folder. Default: data." };

    private static readonly Option<bool> Json = new("--json") { Description = "Write the report as JSON." };

    public static Command Create()
    {
        var command = new Command("import", "Imports a directory of care homes and home care agencies into a locality.")
        {
            File, Locality, Area, DryRun, SkipBadRows, Server, Data, Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult arguments, CancellationToken token)
    {
        var request = RequestOf(arguments);
        if (request.WhyInvalid() is { } invalid)
        {
            await Console.Error.WriteLineAsync(invalid.Message);
            return WrongUsage;
        }

        try
        {
            await using var file = arguments.GetRequiredValue(File).OpenRead();
            var answer = await ImportConsole.WithProgress(progress => arguments.GetValue(Server) is { } server
                ? ToServer(server, request, file, progress, token)
                : LocalImport.Run(arguments.GetValue(Data)?.FullName, request, file, progress, token));
            return await Print(answer, request, arguments.GetValue(Json));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"The file cannot be read: {failure.Message}");
            return Refused;
        }
        catch (Exception failure) when (StartFault.Explain(failure) is { } message)
        {
            await Console.Error.WriteLineAsync(message);
            return Refused;
        }
    }

    private static async Task<ImportAnswer> ToServer(
        Uri server, ImportRequest request, Stream file, IProgress<ImportProgress> progress, CancellationToken token) =>
        Environment.GetEnvironmentVariable(ImportUpload.KeyVariable) is { Length: > 0 } key
            ? await ImportUpload.Send(server, key, request, file, progress, token)
            : new ImportProblem(
                ImportProblemCode.RequestInvalid, $"{server} needs an administrator's key: put it in the environment variable {ImportUpload.KeyVariable}.");

    private static ImportRequest RequestOf(ParseResult arguments) => new(
        arguments.GetRequiredValue(Locality),
        arguments.GetValue(Area),
        arguments.GetValue(DryRun),
        arguments.GetValue(SkipBadRows),
        Guid.CreateVersion7().ToString("n"));

    private static async Task<int> Print(ImportAnswer answer, ImportRequest request, bool asJson)
    {
        if (asJson)
        {
            Console.WriteLine(JsonSerializer.Serialize<object>((object?)answer.Problem ?? answer.Report!, DomainJson.Options));
        }
        else if ((answer.Report ?? answer.Problem?.Report) is { } report)
        {
            Console.Write(ImportReportText.Of(report));
        }

        if (answer.Problem is { } problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return Refused;
        }

        return answer.Report!.Counts.Refused > 0 && !request.SkipBadRows ? Refused : Done;
    }
}
