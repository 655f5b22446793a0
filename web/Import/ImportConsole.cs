using Spectre.Console;

namespace CapacityBoard.Import;

/// <summary>
/// Shows an import's progress on the error stream: a bar for a person, plain lines when the output is redirected.
/// </summary>
internal static class ImportConsole
{
    public static async Task<ImportAnswer> WithProgress(Func<IProgress<ImportProgress>, Task<ImportAnswer>> import)
    {
        if (Console.IsErrorRedirected || Console.IsOutputRedirected)
        {
            return await import(new PlainLines());
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress().AutoClear(true).StartAsync(context => import(new Bars(context)));
    }

    private static string Words(ImportPhase phase) => phase switch
    {
        ImportPhase.Reading => "Reading the file",
        ImportPhase.Checking => "Comparing with the board",
        _ => "Writing",
    };

    private sealed class Bars(ProgressContext context) : IProgress<ImportProgress>
    {
        private readonly Lock _gate = new();
        private readonly Dictionary<ImportPhase, ProgressTask> _tasks = [];

        public void Report(ImportProgress value)
        {
            lock (_gate)
            {
                if (!_tasks.TryGetValue(value.Phase, out var task))
                {
                    _tasks[value.Phase] = task = context.AddTask(Words(value.Phase));
                }

                task.IsIndeterminate = value.Of == 0 && value.Done > 0;
                task.MaxValue = Math.Max(value.Of, 1);
                task.Value = value.Of == 0 ? task.MaxValue : Math.Max(task.Value, value.Done);
            }
        }
    }

    private sealed class PlainLines : IProgress<ImportProgress>
    {
        private readonly Lock _gate = new();
        private ImportProgress _last;

        public void Report(ImportProgress value)
        {
            lock (_gate)
            {
                if (value.Phase != _last.Phase || value.Done >= _last.Done + Math.Max(1, value.Of / 4) || value.Done == value.Of)
                {
                    _last = value;
                    Console.Error.WriteLine($"{Words(value.Phase)}: {value.Done}{(value.Of > 0 ? $" of {value.Of}" : "")}");
                }
            }
        }
    }
}
