using System.Reflection;

namespace CapacityBoard.Journal.Migrations;

/// <summary>
/// The numbered files in one folder of an assembly that create a database's tables. A released file is never changed: a
/// change is a new file. Each file leaves processes of the version before it working, so that they can be replaced one by
/// one.
/// </summary>
internal sealed class MigrationScripts
{
    private readonly Assembly _assembly;
    private readonly string _folder;
    private readonly Script[] _scripts;

    /// <param name="assembly">Holds the files as embedded resources.</param>
    /// <param name="folder">The folder as a namespace: <c>CapacityBoard.Journal.Postgres.Migrations</c>.</param>
    public MigrationScripts(Assembly assembly, string folder)
    {
        (_assembly, _folder) = (assembly, folder + ".");
        _scripts =
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(_folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select((name, index) => new Script(index + 1, name[_folder.Length..])),
        ];
    }

    /// <summary>The number of the last file.</summary>
    public int Newest => _scripts.Length;

    /// <summary>
    /// Takes a database from any step to the newest, all or nothing. If processes start together, the first runs the scripts and
    /// the others wait. If there is nothing to run, the user needs no permission to create anything.
    /// </summary>
    /// <returns>How many files were run.</returns>
    /// <exception cref="JournalUnavailableException">A newer version of the product wrote the tables; they are left as they were.</exception>
    public async Task<int> Run(MigratedDatabase database, CancellationToken token)
    {
        await using var turn = await database.Begin(token);
        var step = await database.Step(token);
        if (step > Newest)
        {
            throw database.Newer(step, Newest);
        }

        foreach (var script in _scripts[step..])
        {
            await database.Execute(await Read(script, token), token);
        }

        // Recorded after all of them have run, because one of them creates the table for it.
        foreach (var script in _scripts[step..])
        {
            await database.Record(script.Step, script.File, token);
        }

        await turn.CommitAsync(token);
        return Newest - step;
    }

    private async Task<string> Read(Script script, CancellationToken token)
    {
        using var text = new StreamReader(_assembly.GetManifestResourceStream(_folder + script.File)!);
        return await text.ReadToEndAsync(token);
    }

    private sealed record Script(int Step, string File);
}
