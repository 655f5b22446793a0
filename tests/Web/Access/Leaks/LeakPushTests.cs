using System.Text.Json;
using CapacityBoard.Api;
using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Journal;
using CapacityBoard.Screens;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace CapacityBoard.Access.Leaks;

/// <summary>Somebody of each role has boards open while they change: nothing is pushed that they may not see.</summary>
public sealed class LeakPushTests(LeakWorld world) : IClassFixture<LeakWorld>
{
    [Fact]
    public async Task GivenEveryRole_WhenBoardsChange_ThenOnlyTheirOwnIsPushedAndInNoMoreWordsThanTheyMaySee()
    {
        var (wrong, told) = (new List<string>(), new HashSet<Secret>());
        foreach (var onlooker in world.Onlookers)
        {
            var secrets = world.Secrets.In(JsonSerializer.Serialize(await Watch(onlooker), DomainJson.Options));
            wrong.AddRange(onlooker.MayNotBeTold(ProgramPaths.Hub, secrets));
            told.UnionWith(secrets);
        }

        wrong.ShouldBeEmpty();
        ((string[])["site closed because", "suspended because", "closed because", "declared by", "telephone"]).ShouldBeSubsetOf(told.Select(secret => secret.What.Split(',')[0]));
    }

    /// <summary>What the hub tells of both localities, and of a home of their own that opens and closes.</summary>
    private async Task<IReadOnlyList<BoardUpdate>> Watch(Onlooker onlooker)
    {
        var (told, closed) = (new List<BoardUpdate>(), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await using var hub = BoardConnection.To(world.Board.Address, onlooker.Headers);
        hub.On<BoardUpdate>(BoardHub.Changed, Take);
        await hub.StartAsync();
        var mayWatch = false;
        foreach (var (locality, home) in new[] { (LeakWorld.Own, LeakWorld.ClosedHome), (LeakWorld.Other, LeakWorld.FarClosedHome) })
        {
            var watch = hub.Watch(locality).Within("the hub answers");
            if (onlooker.Caller.May(Permission.SeeCounts, Scope.Parse(locality)))
            {
                mayWatch = true;
                Take(await watch);
                await Change(home);
            }
            else
            {
                (await Should.ThrowAsync<HubException>(watch)).Message.ShouldContain("You do not have permission to see that.");
            }
        }

        if (mayWatch)
        {
            await closed.Task.Within("the change is pushed");
        }

        lock (told)
        {
            return [.. told];
        }

        void Take(BoardUpdate update)
        {
            lock (told)
            {
                told.Add(update);
            }

            if (update.Rows.Any(row => row.Closed is not null))
            {
                closed.TrySetResult();
            }
        }
    }

    private async Task Change(SiteKey home)
    {
        await world.Say(home, new ReopenSite(), world.NameOf(home, "reopened by"));
        await world.Say(home, new DeclareVacancies([new(ApiUser.Type, 20, 4, 2, world.WordOf(home, "closed because"))]), world.NameOf(home, "declared by"));
        await world.Close(home);
    }
}
