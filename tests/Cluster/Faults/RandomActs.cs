using System.Collections.Concurrent;
using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Faults;

/// <summary>A command that was answered.</summary>
/// <param name="Tries">How often it was sent until it was.</param>
internal sealed record Acknowledged(SiteKind Kind, SiteKey Site, SiteCommand Command, string Operation, bool Accepted, long Version, int Tries)
{
    /// <summary>
    /// It must never come. Not so where an earlier try was lost from sight: a node that was frozen with it may still do
    /// it when it wakes, after another node refused it.
    /// </summary>
    public bool IsRefusedForGood => !Accepted && Tries == 1;
}

/// <summary>One act: a command to a site under an operation id of its own.</summary>
internal sealed record Act(SiteKind Kind, SiteKey Site, SiteCommand Command, string Operation)
{
    public Task<Answer> By(ApiUser user) => user.Say(Kind, Site, Command, Operation);
}

/// <summary>What homes and wards do all day, at random: declare, hold, release, admit and discharge. Each act records one event at most.</summary>
internal sealed class RandomActs(int homes, int wards)
{
    private const int Beds = 30;
    private const int WardBeds = 40;

    private readonly SiteKey[] _homes = [.. Enumerable.Range(1, homes).Select(home => SiteKey.Of(ApiUser.Locality, $"home-{home}"))];
    private readonly SiteKey[] _wards = [.. Enumerable.Range(1, wards).Select(ward => SiteKey.OfWard(ApiUser.Locality, "stepping-hill-hospital", $"ward-{ward}"))];
    private readonly ConcurrentQueue<(SiteKey Home, string Hold)> _holds = new();
    private readonly ConcurrentQueue<(SiteKey Ward, string Stay)> _stays = new();
    private readonly ConcurrentQueue<Acknowledged> _answers = new();
    private int _operations;

    public IReadOnlyCollection<Acknowledged> Answers => _answers;

    public async Task RegisterSites(ApiUser user)
    {
        foreach (var home in _homes)
        {
            await user.CareHome(home.Name, Beds, occupied: 5);
        }

        foreach (var ward in _wards)
        {
            (await user.Register(SiteKind.Ward, ward)).ThenAccepted();
            (await user.Say(SiteKind.Ward, ward, new DeclareVacancies([new(BedType.Inpatient, WardBeds, 0)]))).ThenAccepted();
        }
    }

    public Act Next(Random random)
    {
        var operation = $"operation-{Interlocked.Increment(ref _operations)}";
        var (home, ward) = (_homes[random.Next(_homes.Length)], _wards[random.Next(_wards.Length)]);
        return random.Next(8) switch
        {
            0 => new(SiteKind.CareHome, home, new DeclareVacancies([new(ApiUser.Type, Beds, random.Next(Beds - 5))]), operation),
            1 or 2 => new(SiteKind.CareHome, home, new PlaceHold(ApiUser.Type, $"S-{operation}"), operation),
            3 when _holds.TryDequeue(out var held) => new(SiteKind.CareHome, held.Home, new ReleaseHold(held.Hold, "Family chose another home"), operation),
            4 when _holds.TryDequeue(out var held) => new(SiteKind.CareHome, held.Home, new AdmitOnHold(held.Hold), operation),
            5 or 6 => new(SiteKind.Ward, ward, new AdmitStay($"S-{operation}", operation), operation),
            7 when _stays.TryDequeue(out var stay) => new(SiteKind.Ward, stay.Ward, new DischargeStay(stay.Stay, Destination.UsualResidence), operation),
            _ => new(SiteKind.CareHome, home, new ConfirmUnchanged(), operation),
        };
    }

    /// <summary>Notes an answer, and that what it created can be used from now on.</summary>
    public void Remember(Act act, Answer answer, int tries = 1)
    {
        new[] { 200, 404, 409, 422 }.ShouldContain(answer.Status, $"{act}: {answer.Text}");
        _answers.Enqueue(new(act.Kind, act.Site, act.Command, act.Operation, answer.IsAccepted, answer.IsAccepted ? answer.Version : 0, tries));
        switch (act.Command)
        {
            case PlaceHold when answer.IsAccepted:
                _holds.Enqueue((act.Site, act.Operation));
                break;
            case AdmitStay admitted when answer.IsAccepted:
                _stays.Enqueue((act.Site, admitted.Stay));
                break;
        }
    }
}
