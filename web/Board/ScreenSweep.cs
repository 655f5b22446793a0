using CapacityBoard.Access;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Journal;

namespace CapacityBoard.Board;

/// <summary>
/// Checks repeatedly whether each connection may still have what it is sent. A caller who lost a role, was signed out or whose
/// link was revoked is sent nothing more within <see cref="BetweenLooks"/> plus the few seconds of <see cref="Callers"/>.
/// </summary>
internal sealed partial class ScreenSweep(OpenScreens screens, Callers callers, TimeProvider clock, ILogger<ScreenSweep> log) : BackgroundService
{
    public static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenLooks, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await Look(stoppingToken);
        }
    }

    /// <summary>
    /// Ends connections that are no longer allowed. A screen that reconnects gets what its caller may still see.
    /// </summary>
    public async Task Look(CancellationToken token)
    {
        foreach (var screen in screens.All)
        {
            try
            {
                var caller = await CallerIdentity.Find(screen.Context.User, callers, token);
                if (caller is null || screen.Watched.Any(watched => !MayStill(caller, watched.Key, watched.Value)))
                {
                    LogEnded(screen.Owner.Kind, screen.Owner.Id);
                    screen.Context.Abort();
                }
            }
            catch (JournalUnavailableException)
            {
                // While the database is away, nobody can have lost access.
            }
        }
    }

    private static bool MayStill(Caller caller, string locality, bool whole) =>
        caller.May(whole ? Permission.SeeBoard : Permission.SeeCounts, Scope.Parse(locality));

    [LoggerMessage(LogLevel.Information, "A screen of {Kind} {Id} is ended: it may no longer see what it was sent")]
    private partial void LogEnded(CallerKind kind, string id);
}
