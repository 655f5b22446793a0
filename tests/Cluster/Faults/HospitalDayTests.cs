using System.Net;
using CapacityBoard.Beds;
using CapacityBoard.Cluster;
using CapacityBoard.Demonstration.Feed;
using CapacityBoard.Feeds;
using CapacityBoard.Journal;
using CapacityBoard.Processes;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Faults;

/// <summary>A day of a hospital of 600 beds as messages, to a node that is killed again and again.</summary>
public sealed class HospitalDayTests : IDisposable
{
    private const int Kills = 5;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task GivenADayOfMessages_WhenTheNodeIsKilled_ThenNothingAcknowledgedIsLostAndEverybodyIsWhereTheyAre()
    {
        var data = _folder.PathOf("data");
        await SetUpFeed(data);
        var listener = new IPEndPoint(IPAddress.Loopback, FreePort.Next());
        await using var first = await ServerProcess.Start(ServerProgram.Web("--data", data).With("Mllp:Endpoint", $"{listener}"));
        await MachineKey.Give(data, connectionString: null);
        var running = first;
        using (var http = MachineKey.Client(running.Address))
        {
            var user = new ApiUser(http);
            foreach (var ward in HospitalDemonstration.Wards)
            {
                (await user.Register(ward.Key, ward.Details)).ThenAccepted();
                await user.SayAll(SiteKind.Ward, ward.Key, ward.First);
            }
        }

        var end = TimeProvider.System.GetUtcNow();
        var day = HospitalDemonstration.Day(end.AddHours(-6));
        var messages = day.Until(end.AddHours(-6)).Concat(day.Until(end, isEnding: true)).ToList();
        using var sender = new HospitalSender(listener, TimeProvider.System);
        var sending = Send(sender, messages);
        for (var kill = 1; kill <= Kills; kill++)
        {
            var some = messages.Count * kill / (Kills + 1);
            await Deadline.Until(() => _sent >= some, $"{some} messages are sent", TimeSpan.FromMinutes(2));
            await running.Kill();
            running = await running.StartAgain();
        }

        // One that finds a transfer cut in two by a kill may have to wait; it is kept all the same.
        (await sending).ShouldAllBe(code => code == "AA" || code == "AE");
        using (var http = MachineKey.Client(running.Address))
        {
            var user = new ApiUser(http);

            // A transfer that a kill left half-way is finished by its recovery, within a minute.
            await Deadline.Until(async () => await Differences(user, day) is "", "everybody is where they are", TimeSpan.FromMinutes(2));
        }

        await running.DisposeAsync();
    }

    private int _sent;

    /// <summary>Who is on the board and should not be, and who should.</summary>
    private static async Task<string> Differences(ApiUser user, HospitalDay day)
    {
        var found = new List<(string, string, string)>();
        foreach (var ward in HospitalDemonstration.Wards)
        {
            var site = (await user.Read(SiteKind.Ward, ward.Key)).Json;
            var stays = site["stays"]!.AsArray();
            found.AddRange(stays.Select(stay => ((string)stay!["reference"]!, ward.Key.Name, (string)stay["bed"]!)));
            ((int)site["figures"]!["lines"]![0]!["occupied"]!).ShouldBe(stays.Count);
        }

        var meant = day.In.Select(each => (each.Reference, each.Ward.Name, each.Bed)).ToList();
        meant.Count.ShouldBeGreaterThan(450);
        return string.Join("; ", [.. found.Except(meant).Select(each => $"{each} is on the board"), .. meant.Except(found).Select(each => $"{each} is not")]);
    }

    private async Task<List<string>> Send(HospitalSender sender, IReadOnlyList<SentMessage> messages)
    {
        var codes = new List<string>();
        foreach (var message in messages)
        {
            codes.Add(await sender.Send(AdtWriter.Write(message.Message), CancellationToken.None));
            _sent = codes.Count;
        }

        return codes;
    }

    private static async Task SetUpFeed(string data)
    {
        using var folder = DataFolder.Open(data);
        (await FeedStore.InFolder(folder).Append(HospitalDemonstration.Hospital, 0, [new(TimeProvider.System.GetUtcNow(), "Ida Smith", Definition: HospitalDemonstration.Definition)])).ShouldBeTrue();
    }
}
