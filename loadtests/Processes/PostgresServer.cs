using System.Diagnostics;
using System.Globalization;
using CapacityBoard.Cluster;
using Npgsql;

namespace CapacityBoard.Processes;

/// <summary>A private PostgreSQL server on a free port of this machine, in a temporary folder, with PostgreSQL's usual durability.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string User = "postgres";
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    private readonly string _folder = Directory.CreateTempSubdirectory("capacity-board-postgres-").FullName;
    private readonly int _port = FreePort.Next();
    private readonly string[] _settings;
    private Process? _process;
    private int _databases;

    private PostgresServer(string[] settings) => _settings = settings;

    /// <summary>The folder of its files, which the server can read.</summary>
    public string Folder => _folder;

    /// <summary>The host and port at which it listens.</summary>
    public string Address => $"Host=127.0.0.1;Port={_port.ToString(CultureInfo.InvariantCulture)}";

    /// <param name="settings">Further settings, as <c>name=value</c>.</param>
    public static async Task<PostgresServer> Start(params string[] settings)
    {
        var server = new PostgresServer(settings);
        try
        {
            await server.Create();
            await server.StartAgain();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Creates an empty database and returns its connection string.</summary>
    public async Task<string> CreateDatabase()
    {
        var name = $"board_{Interlocked.Increment(ref _databases).ToString(CultureInfo.InvariantCulture)}";
        await using var source = NpgsqlDataSource.Create($"{Of("postgres")};Pooling=false");
        await using var command = source.CreateCommand($"CREATE DATABASE {name}");
        await command.ExecuteNonQueryAsync();
        return Of(name);
    }

    /// <summary>Restarts it on the same files and port, and waits until it answers.</summary>
    public async Task StartAgain()
    {
        var settings = _settings.Concat(["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=200"]).SelectMany(each => new[] { "-c", each });
        _process = LocalProgram.Start(User, Program("postgres"), ["-D", DataFolder, "-p", _port.ToString(CultureInfo.InvariantCulture), .. settings]);
        var said = _process.StandardError.ReadToEndAsync();
        _ = _process.StandardOutput.ReadToEndAsync();
        if (!await Answers())
        {
            await Stop();
            throw new InvalidOperationException($"PostgreSQL did not start: {await said}");
        }
    }

    /// <summary>Stops it as an administrator would who does not wait for its clients.</summary>
    public async Task Stop()
    {
        if (_process is { } process)
        {
            _process = null;
            await End(process);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Directory.Delete(_folder, recursive: true);
    }

    private string DataFolder => Path.Combine(_folder, "data");

    private string Of(string database) => $"{Address};Username={User};Database={database}";

    /// <summary>The URI form that PostgreSQL's own programs take.</summary>
    private static string UriOf(string database)
    {
        var settings = new NpgsqlConnectionStringBuilder(database);
        return string.Create(CultureInfo.InvariantCulture, $"postgresql://{settings.Username}@{settings.Host}:{settings.Port}/{settings.Database}");
    }

    private static async Task End(Process process)
    {
        using (process)
        {
            if (!process.HasExited)
            {
                await Signals.Send(process.Id, "INT");
                await process.WaitForExitAsync();
            }
        }
    }

    /// <summary>The newest version on this machine, as Debian installs it, or else the one on the path.</summary>
    private static string Program(string name)
    {
        const string versions = "/usr/lib/postgresql";
        return Directory.Exists(versions)
            ? Directory.GetDirectories(versions)
                .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0)
                .Select(folder => Path.Combine(folder, "bin", name))
                .FirstOrDefault(File.Exists) ?? name
            : name;
    }

    /// <summary>Backs up a database with PostgreSQL's own program, without the members of its cluster.</summary>
    public static Task BackUp(string database, string file) => LocalProgram.Run(
        insteadOfSuperuser: null, Program("pg_dump"), "--format=custom", "--exclude-table-data=cluster_silos", "--exclude-table-data=cluster_versions", "--file", file, "--dbname", UriOf(database));

    /// <summary>Fills an empty database from a backup.</summary>
    public static Task Restore(string file, string database) => LocalProgram.Run(
        insteadOfSuperuser: null, Program("pg_restore"), "--exit-on-error", "--single-transaction", "--dbname", UriOf(database), file);

    /// <summary>Gives the server, and nobody else, what this user made: the server runs as another user if this one is the superuser.</summary>
    public static async Task HandOver(string path)
    {
        await LocalProgram.Run(insteadOfSuperuser: null, "chmod", "-R", "u=rwX,go=", path);
        if (LocalProgram.IsSuperuser)
        {
            await LocalProgram.Run(insteadOfSuperuser: null, "chown", "-R", User, path);
        }
    }

    private async Task Create()
    {
        await HandOver(_folder);
        await LocalProgram.Run(
            User, Program("initdb"), "-D", DataFolder, "-U", User, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync");
    }

    private async Task<bool> Answers()
    {
        var begun = Stopwatch.GetTimestamp();
        await using var source = NpgsqlDataSource.Create($"{Of("postgres")};Pooling=false;Timeout=5");
        while (!_process!.HasExited && Stopwatch.GetElapsedTime(begun) < LongestStart)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync();
                return true;
            }
            catch (NpgsqlException)
            {
                // It tells nobody that it is up, so it is asked again.
                await Task.Delay(BetweenLooks);
            }
        }

        return false;
    }
}
