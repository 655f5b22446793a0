using System.Collections.Concurrent;
using CapacityBoard.Enquiries;
using CapacityBoard.Holds;
using CapacityBoard.Policies;
using CapacityBoard.Projections;
using CapacityBoard.Residences;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Telemetry;
using Microsoft.AspNetCore.SignalR;

namespace CapacityBoard.Board;

/// <summary>All localities' boards on this node, and their pushes to watching screens.</summary>
public sealed class Boards : IProjection
{
    private readonly ConcurrentDictionary<string, Publisher> _localities = new(StringComparer.Ordinal);
    private readonly FoldProgress _progress;
    private readonly LocalityPolicies _policies;
    private readonly IHubContext<BoardHub> _hub;
    private readonly OpenScreens _screens;
    private readonly BoardMetrics _metrics;
    private readonly TracedOperations _traces;
    private readonly IHostApplicationLifetime _lifetime;
    private readonly TimeProvider _clock;
    private readonly ILogger<Boards> _log;

    public Boards(
        FoldProgress progress,
        LocalityPolicies policies,
        IHubContext<BoardHub> hub,
        OpenScreens screens,
        BoardMetrics metrics,
        TracedOperations traces,
        IHostApplicationLifetime lifetime,
        TimeProvider clock,
        ILogger<Boards> log)
    {
        (_progress, _policies, _hub, _screens, _metrics, _traces, _lifetime, _clock, _log) = (progress, policies, hub, screens, metrics, traces, lifetime, clock, log);
        policies.Changed += LookAgain;
    }

    /// <summary>Pushes that at least one screen has not read yet.</summary>
    public int Unsent => _localities.Values.Sum(publisher => publisher.Unsent);

    /// <summary>Where the people are whose usual residence a place is, in any locality.</summary>
    public ResidentIndex Residents { get; } = new();

    /// <summary>The localities that have sites, by name.</summary>
    public IReadOnlyList<LocalityBoard> All =>
        [.. _localities.Values.Select(publisher => publisher.Board).OrderBy(board => board.Locality, StringComparer.Ordinal)];

    /// <summary>A locality's board; null if it has no sites.</summary>
    public LocalityBoard? Find(string locality) => _localities.TryGetValue(locality, out var publisher) ? publisher.Board : null;

    /// <summary>A site's folded state; null if it was never registered.</summary>
    public Site? Find(SiteKey site) => Find(site.Locality)?.Find(site);

    /// <summary>
    /// A stay by its reference, given a ward or unit where it is or was: first there, then on the hospital's other wards; a stay
    /// still in comes before one that has left. Null if none is known.
    /// </summary>
    public KnownStay? FindStay(SiteKey from, string reference)
    {
        var sites = (Find(from.Locality)?.Sites() ?? [])
            .Where(site => HeldStays.IsWithin(from, site.Key))
            .OrderBy(site => site.Key != from)
            .ToList();
        return sites.Select(site => KnownStay.In(site, reference)).OfType<KnownStay>().FirstOrDefault()
            ?? sites.Select(site => KnownStay.Gone(site, reference)).OfType<KnownStay>().MaxBy(known => known.Left!.Discharged.At);
    }

    /// <summary>A locality's whole board now; null if the locality has no sites.</summary>
    public BoardUpdate? Read(string locality) =>
        Find(locality)?.AsOf(_clock.GetUtcNow()) is { } board ? board with { BehindSince = _progress.BehindSince } : null;

    /// <summary>
    /// True once a locality's board can answer a screen at this version, which may come from a node slightly ahead of this one;
    /// false if that takes more than a second.
    /// </summary>
    public Task<bool> CanFollow(string locality, long version, CancellationToken token) =>
        _progress.Reached(version, patience => Find(locality)?.Published(version, patience) ?? Task.CompletedTask, token);

    public void Begin(PastSite site, DateTimeOffset began) => On(site.Site.Key.Locality, site.Position, publisher =>
    {
        publisher.Board.Begin(site);
        Residents.Take(null, site.Site);
        FoldAtHome(site.Site.Stays.All.Select(stay => stay.HomeLocality), site.Site, site.Position);
    });

    public void Fold(FoldedEntry folded) => On(folded.Entry.Site.Locality, folded.Entry.Position, publisher => Fold(folded, publisher));

    /// <summary>A locality can be found only once its board is ready, so that nobody is shown an empty one.</summary>
    private void On(string locality, long position, Action<Publisher> fold)
    {
        if (_localities.TryGetValue(locality, out var known))
        {
            fold(known);
            return;
        }

        var publisher = new Publisher(new(locality, _policies), _hub, _metrics, _clock, _log);
        fold(publisher);
        foreach (var site in All.SelectMany(board => board.Sites()))
        {
            publisher.FoldElsewhere(site, position);
        }

        publisher.Board.Publish(_clock.GetUtcNow());
        _localities[locality] = publisher;
        _ = publisher.Run(_progress.CaughtUp, _lifetime.ApplicationStopped);
    }

    /// <summary>Publishes every board as far as the journal went, for those who wait to have caught up.</summary>
    public void CatchUp()
    {
        foreach (var board in All)
        {
            board.Publish(_clock.GetUtcNow());
        }
    }

    /// <summary>Cuts off all screens, so that they say at once that they are not live and may reach a node that is.</summary>
    public void FallBehind()
    {
        foreach (var screen in _screens.All)
        {
            screen.Context.Abort();
        }
    }

    /// <summary>A policy may apply from now, or before the time for which a publisher waits.</summary>
    private void LookAgain()
    {
        foreach (var publisher in _localities.Values)
        {
            publisher.LookAgain();
        }
    }

    private void Fold(FoldedEntry folded, Publisher publisher)
    {
        if (_traces.TryTake(folded.Entry.Operation, out var command))
        {
            publisher.Trace(folded.Entry.Position, command);
        }

        TouchOtherSide(folded);
        publisher.Fold(folded);
        if (folded.After is not { } after)
        {
            return;
        }

        Residents.Take(folded.Before, after);
        if (StayEvents.StayOf(folded.Entry.Event) is { } reference)
        {
            var homes = new[] { folded.Before, after }.Select(site => site?.Stays.Find(reference)?.HomeLocality);
            FoldAtHome(homes, after, folded.Entry.Position);
        }
    }

    /// <summary>
    /// A change to a hold, an enquiry or a return also changes the row of the ward whose person it is for, and a change to a person the row of
    /// their usual residence, on whichever board that is. The row is touched before the entry is folded, so that no screen shows the
    /// entry's version without it.
    /// </summary>
    private void TouchOtherSide(FoldedEntry folded)
    {
        if (!_progress.CaughtUp.IsCompleted || folded is not { Entry: var entry, Before: { } before, After: { } after })
        {
            return;
        }

        if (entry.Event is ReturnAnswered answered)
        {
            TouchWard(answered.From, answered.Stay, entry.Position);
        }
        else if (PlaceRequest.ChangedBy(entry.Event) is { } id && PlaceRequest.At(after, id) is { From: { } from, Stay: { } stay })
        {
            TouchWard(from, stay, entry.Position);
        }

        if (StayEvents.StayOf(entry.Event) is { } reference)
        {
            foreach (var place in new[] { before, after }.Select(site => site.Stays.Find(reference)?.UsualResidence?.Place).OfType<SiteKey>().Distinct())
            {
                _localities.GetValueOrDefault(place.Locality)?.Touch(place, entry.Position);
            }
        }
    }

    private void TouchWard(SiteKey from, string stay, long position)
    {
        if (!_localities.TryGetValue(from.Locality, out var publisher))
        {
            return;
        }

        foreach (var site in publisher.Board.Sites().Where(site => site.Key == from || (site.Stays.Find(stay) is not null && HeldStays.IsWithin(from, site.Key))))
        {
            publisher.Touch(site.Key, position);
        }
    }

    /// <summary>A locality's board counts its own people wherever they are, so it also folds their changes elsewhere.</summary>
    private void FoldAtHome(IEnumerable<string?> homes, Site site, long position)
    {
        foreach (var home in homes.OfType<string>().Distinct().Where(home => home != site.Key.Locality))
        {
            _localities.GetValueOrDefault(home)?.FoldElsewhere(site, position);
        }
    }
}
