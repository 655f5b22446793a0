using System.Collections.Concurrent;
using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Faults;

/// <summary>A command that was answered before the server was killed.</summary>
internal sealed record Acknowledged(SiteKind Kind, SiteKey Site, SiteCommand Command, string Operation, bool Accepted, long Version);

/// <summary>Many clients who declare, hold, release, admit and discharge at a few sites, each command recording one event.</summary>
internal sealed class KilledLoad(int seed)
{
    private const int Clients = 16;

    private static readonly SiteKey[] Homes = [.. Enumerable.Range(1, 4).Select(home => SiteKey.Of(ApiUser.Locality, $"home-{home}"))];
    private static readonly SiteKey[] Wards = [.. Enumerable.Range(1, 2).Select(ward => SiteKey.OfWard(ApiUser.Locality, "stepping-hill-hospital", $"ward-{ward}"))];

    private readonly ConcurrentQueue<Acknowledged> _answers = new();
    private readonly ConcurrentQueue<(SiteKey Home, string Hold)> _holds = new();
    private readonly ConcurrentQueue<(SiteKey Ward, string Stay)> _stays = new();
    private int _operations;

    public IReadOnlyCollection<Acknowledged> Answers => _answers;

    public static async Task RegisterSites(ApiUser user)
    {
        foreach (var home in Homes)
        {
            await user.CareHome(home.Name, total: 30, occupied: 5);
        }

        foreach (var ward in Wards)
        {
            (await user.Register(SiteKind.Ward, ward)).ThenAccepted();
            (await user.Say(SiteKind.Ward, ward, new DeclareVacancies([new(BedType.Inpatient, 40, 0)]))).ThenAccepted();
        }
    }

    /// <summary>Sends until the server is gone.</summary>
    /// <param name="kill">Called once so many were answered.</param>
    public async Task Run(ApiUser user, int answers, Func<Task> kill)
    {
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var target = _answers.Count + answers;
        var clients = Enumerable.Range(0, Clients).Select(client => Send(user, new(seed + target * Clients + client), () =>
        {
            if (_answers.Count >= target)
            {
                enough.TrySetResult();
            }
        })).ToList();
        await Task.WhenAny(enough.Task, Task.WhenAll(clients)).Within($"{answers} commands are answered");
        enough.Task.IsCompleted.ShouldBeTrue("the server answers until it is killed");
        await kill();
        await Task.WhenAll(clients).Within("every client has noticed that the server is gone");
    }

    private async Task Send(ApiUser user, Random random, Action answered)
    {
        while (true)
        {
            var operation = $"operation-{Interlocked.Increment(ref _operations)}";
            var (kind, site, command) = Next(random, operation);
            try
            {
                var answer = await user.Say(kind, site, command, operation);
                answer.Status.ShouldBeOneOf(200, 404, 409, 422);
                _answers.Enqueue(new(kind, site, command, operation, answer.IsAccepted, answer.IsAccepted ? answer.Version : 0));
                Remember(site, command, operation, answer);
                answered();
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException)
            {
                return;
            }
        }
    }

    private (SiteKind Kind, SiteKey Site, SiteCommand Command) Next(Random random, string operation)
    {
        var (home, ward) = (Homes[random.Next(Homes.Length)], Wards[random.Next(Wards.Length)]);
        return random.Next(8) switch
        {
            0 => (SiteKind.CareHome, home, new DeclareVacancies([new(ApiUser.Type, 30, random.Next(25))])),
            1 or 2 => (SiteKind.CareHome, home, new PlaceHold(ApiUser.Type, $"S-{operation}")),
            3 when _holds.TryDequeue(out var held) => (SiteKind.CareHome, held.Home, new ReleaseHold(held.Hold, "Family chose another home")),
            4 when _holds.TryDequeue(out var held) => (SiteKind.CareHome, held.Home, new AdmitOnHold(held.Hold)),
            5 or 6 => (SiteKind.Ward, ward, new AdmitStay($"S-{operation}", operation)),
            7 when _stays.TryDequeue(out var stay) => (SiteKind.Ward, stay.Ward, new DischargeStay(stay.Stay, Destination.UsualResidence)),
            _ => (SiteKind.CareHome, home, new ConfirmUnchanged()),
        };
    }

    private void Remember(SiteKey site, SiteCommand command, string operation, Answer answer)
    {
        switch (command)
        {
            case PlaceHold when answer.IsAccepted:
                _holds.Enqueue((site, operation));
                break;
            case AdmitStay admitted when answer.IsAccepted:
                _stays.Enqueue((site, admitted.Stay));
                break;
        }
    }
}
