using CapacityBoard.Beds;
using CapacityBoard.Journal;
using CapacityBoard.Support;

namespace CapacityBoard.Sites;

/// <summary>What holds at every site after any commands at any times.</summary>
public sealed class SiteLaws
{
    [Fact]
    public void GivenAnyHistory_ThenNoBedIsEverPromisedTwice() => Law.HoldsForAll(SiteActs.Any, history =>
    {
        foreach (var turn in history.Run())
        {
            foreach (var instant in Instants(turn))
            {
                turn.Site.Capacity.Lines.ShouldAllBe(line => AddsUp(line, turn.Site.Capacity, instant));
            }
        }
    });

    [Fact]
    public void GivenAnyHistory_ThenOccupiedCoversTheStaysAndIsThemOnAWard() => Law.HoldsForAll(SiteActs.Any, history =>
    {
        foreach (var site in history.Run().Select(turn => turn.Site))
        {
            site.Capacity.Lines.ShouldAllBe(line => line.Occupied >= site.Stays.In(line.Type));
            site.Stays.All.ShouldAllBe(stay => site.Capacity.Line(stay.Type) != null);
            if (site.Kind == SiteKind.Ward)
            {
                site.Capacity.Lines.ShouldAllBe(line => line.Occupied == site.Stays.In(line.Type));
            }
        }
    });

    [Fact]
    public void GivenAnyHistory_ThenNobodyIsTwiceHereAndNoBedOrHoldHasTwo() => Law.HoldsForAll(SiteActs.Any, history =>
    {
        foreach (var turn in history.Run())
        {
            turn.Site.Stays.All.Select(stay => stay.Reference.ToUpperInvariant()).ShouldBeUnique();
            turn.Site.Stays.All.Where(stay => stay.Transfer is not { HasGivenUpBed: true }).Select(stay => stay.Bed).ShouldBeUnique();
            turn.Site.Capacity.LiveHolds(turn.Now).Where(hold => hold.Stay is not null).Select(hold => hold.Stay!.ToUpperInvariant()).ShouldBeUnique();
            turn.Site.Capacity.Suspensions.Select(suspension => suspension.Type).ShouldBeUnique();
        }
    });

    [Fact]
    public void GivenAnyHistory_ThenAClosedSiteIsEmptyAndNothingHappensInItButItsReopening() => Law.HoldsForAll(SiteActs.Any, history =>
    {
        var closed = false;
        foreach (var turn in history.Run())
        {
            turn.Decision.Events.ShouldAllBe(happened => !closed || happened is SiteReopened);
            closed = turn.Site.Closed is not null;
            (closed && (turn.Site.Stays.All.Length > 0 || turn.Site.Capacity.LiveHolds(turn.Now).Any())).ShouldBeFalse();
        }
    });

    [Fact]
    public void GivenAnyHistory_WhenReplayedFromItsJson_ThenTheSameState() => Law.HoldsForAll(SiteActs.Any, history =>
    {
        var turns = history.Run();
        var empty = Site.Empty(history.Kind, GivenSite.KeyOf(history.Kind));
        var registered = new SiteRegistered(GivenSite.DetailsOf(history.Kind));
        var replayed = turns.SelectMany(turn => turn.Decision.Events.Select(happened => (turn.Operation, turn.Now, Happened: happened)))
            .Prepend(("operation-1", GivenSite.Start, registered))
            .Aggregate(empty, (site, each) => Apply(site, each.Happened, each.Now, each.Operation));
        DomainText.Of(replayed).ShouldBe(DomainText.Of(turns.Count == 0 ? replayed : turns[^1].Site));
    });

    [Fact]
    public void GivenAnyHistory_WhenASnapshotIsTaken_ThenItReadsAsTheSameState() => Law.HoldsForAll(SiteActs.Any, history =>
    {
        foreach (var text in history.Run().Select(turn => (Site: turn.Site, Text: DomainText.Of(turn.Site))))
        {
            DomainText.Of(DomainText.Read(text.Text, text.Site)).ShouldBe(text.Text);
        }
    });

    [Fact]
    public void GivenAnyNonsense_WhenApplied_ThenNothingThrowsAndTheSnapshotReads() => Law.HoldsForAll(Nonsense.Any, events =>
    {
        foreach (var kind in Enum.GetValues<SiteKind>())
        {
            var site = events.Aggregate(Site.Empty(kind, GivenSite.KeyOf(kind)), (before, each) => Apply(before, each.Happened, each.At, "nonsense"));
            foreach (var line in site.Capacity.Lines)
            {
                (line.Occupied >= 0 && line.Closed >= 0 && line.Total > 0).ShouldBeTrue();
                site.Capacity.Available(line, GivenSite.Start);
            }

            DomainText.Of(DomainText.Read(DomainText.Of(site), site)).ShouldBe(DomainText.Of(site));
        }
    });

    [Fact]
    public void GivenAnyHistoryOnTwoActivations_WhenOperationsAreSentAgain_ThenTheFirstAnswerAndNothingMore() => Law.HoldsForAll(SiteActs.Any, async history =>
    {
        var journal = new InMemoryJournal();
        var clock = new SetClock();
        var activations = new[] { await Activate(history.Kind, journal, clock), await Activate(history.Kind, journal, clock) };
        await activations[0].Execute(new(new RegisterSite(GivenSite.DetailsOf(history.Kind)), "register", "someone"));
        foreach (var (turn, step) in history.Run().Zip(history.Steps))
        {
            clock.Now = turn.Now;
            var site = activations[step.C % 2];
            var request = new SiteRequest(turn.Command, turn.Operation, "someone");
            var first = await site.Execute(request);
            var last = await journal.LastPosition();
            clock.Now += TimeSpan.FromMinutes(step.A);
            (await site.Execute(request)).ShouldAnswer(first);
            if (first.IsAccepted && await journal.FindOperation(GivenSite.KeyOf(history.Kind), turn.Operation) is not null)
            {
                (await activations[(step.C + 1) % 2].Execute(request)).ShouldAnswer(first);
            }

            (await journal.LastPosition()).ShouldBe(last);
        }

        DomainText.Of(await activations[0].Read()).ShouldBe(DomainText.Of(await activations[1].Read()));
    });

    private static bool AddsUp(BedLine line, Capacity capacity, DateTimeOffset instant)
    {
        var (held, available) = (capacity.Held(line.Type, instant), capacity.Available(line, instant));
        return line.Occupied >= 0
            && line.Closed >= 0
            && available >= 0
            && line.Occupied + line.Closed + held <= line.Total
            && (available == line.Total - line.Occupied - line.Closed - held || (available == 0 && capacity.SuspensionOf(line.Type, instant) is not null));
    }

    /// <summary>Now, and around every later instant at which time alone changes something.</summary>
    private static IEnumerable<DateTimeOffset> Instants(Turn turn) => turn.Site.Capacity.Holds.Select(hold => hold.Until)
        .Concat(turn.Site.Capacity.Suspensions.Select(suspension => suspension.Until ?? turn.Now))
        .SelectMany(at => new[] { at.AddTicks(-1), at, at.AddHours(7) })
        .Where(at => at >= turn.Now)
        .Append(turn.Now);

    private static Site Apply(Site site, SiteEvent happened, DateTimeOffset at, string operation)
    {
        var (name, json) = EventCatalogue.Write(happened);
        return site.Apply(new(site.Version + 1, site.Key, site.Version + 1, at, "someone", operation, EventCatalogue.Current.Read(name, json)));
    }

    private static async Task<JournaledSite<Site>> Activate(SiteKind kind, InMemoryJournal journal, SetClock clock)
    {
        var site = new JournaledSite<Site>(Site.Empty(kind, GivenSite.KeyOf(kind)), journal, clock);
        await site.Load(CancellationToken.None);
        return site;
    }
}
