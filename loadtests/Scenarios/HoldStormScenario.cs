using System.Diagnostics;
using System.Net;
using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Processes;
using CapacityBoard.Reports;

namespace CapacityBoard.Scenarios;

/// <summary>A thousand people are to have a bed of a hundred at one moment: a hundred get one each, and all others are told.</summary>
internal sealed class HoldStormScenario : IScenario
{
    private const int Beds = 100;
    private const int People = 1000;

    public string Name => "hold-storm";

    public async Task<IReadOnlyList<Figure>> Measure(ICollection<Chart> charts)
    {
        using var place = new TemporaryPlace();
        await using var server = await ServerProcess.Start(place.Path);
        await LoadHomes.Town.Register(server.Address);
        using var http = MachineKey.Client(server.Address, new SocketsHttpHandler { MaxConnectionsPerServer = 200 });
        await Send(http, LoadHomes.Town.Command(0, "declare-vacancies", new DeclareVacancies([new DeclaredLine(BedType.GeneralNursing, Beds, Occupied: 0)])));

        var begun = Stopwatch.GetTimestamp();
        var answers = await Task.WhenAll(Enumerable.Range(0, People).Select(person =>
            Send(http, LoadHomes.Town.Command(0, "place-hold", new PlaceHold(BedType.GeneralNursing, $"SH{person}")))));
        var took = Stopwatch.GetElapsedTime(begun);
        begun = Stopwatch.GetTimestamp();
        var after = await Send(http, LoadHomes.Town.Command(0, "confirm-unchanged", new ConfirmUnchanged()));
        return
        [
            new($"{People} holds for {Beds} beds: placed", answers.Count(answer => answer == HttpStatusCode.OK), "", AtMost: Beds, AtLeast: Beds),
            new("told that no bed is left", answers.Count(answer => answer == HttpStatusCode.Conflict), "", AtLeast: People - Beds),
            new("all of them answered", took.TotalSeconds, "s", AtMost: 10),
            new("the next command", Stopwatch.GetElapsedTime(begun).TotalMilliseconds, "ms"),
            new("the next command's answer", (int)after, "", AtMost: 200),
        ];
    }

    private static async Task<HttpStatusCode> Send(HttpClient http, HttpRequestMessage request)
    {
        using (request)
        {
            using var answer = await http.SendAsync(request);
            return answer.StatusCode;
        }
    }
}
