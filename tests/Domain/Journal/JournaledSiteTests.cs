using System.Text;
using CapacityBoard.Beds;
using CapacityBoard.CareHomes;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Journal;

public sealed class JournaledSiteTests
{
    private static readonly SiteKey Key = GivenSite.KeyOf(SiteKind.CareHome);

    private readonly InMemoryJournal _journal = new();
    private readonly SetClock _clock = new();

    [Fact]
    public async Task GivenTwoActivations_WhenBothHoldTheLastBed_ThenOneIsRefused()
    {
        var (one, other) = (await HomeWithOneVacancy(), await Activate());
        (await Do(one, new PlaceHold(BedType.GeneralNursing, "S-1"), "hold-1")).IsAccepted.ShouldBeTrue();
        (await Do(other, new PlaceHold(BedType.GeneralNursing, "S-2"), "hold-2")).Refusal!.Code.ShouldBe(RefusalCode.NoVacancy);
        (await _journal.LastPosition()).ShouldBe(3);
    }

    [Fact]
    public async Task GivenCallerThatGaveUpMeanwhile_WhenTheSiteHasMovedOn_ThenNothingIsRecorded()
    {
        var (one, other) = (await HomeWithOneVacancy(), await Activate());
        await Do(one, new ConfirmUnchanged(), "confirm");
        CallDeadline.Set(_clock.Now);
        _clock.Now += TimeSpan.FromMilliseconds(1);

        await Should.ThrowAsync<CallExpiredException>(() => Do(other, new PlaceHold(BedType.GeneralNursing, "S-1"), "hold-1"));

        (await _journal.LastPosition()).ShouldBe(3);
        CallDeadline.Set(_clock.Now);
        (await Do(other, new PlaceHold(BedType.GeneralNursing, "S-1"), "hold-1")).IsAccepted.ShouldBeTrue();
    }

    [Fact]
    public async Task GivenClockThatWasAhead_WhenItIsPutRight_ThenTheSiteIsNotBlocked()
    {
        _clock.Now += TimeSpan.FromHours(2);
        var home = await HomeWithOneVacancy();
        _clock.Now -= TimeSpan.FromHours(2);
        CallDeadline.Set(_clock.Now.AddSeconds(5));

        (await Do(home, new PlaceHold(BedType.GeneralNursing, "S-1"), "hold-1")).IsAccepted.ShouldBeTrue();
    }

    [Theory]
    [InlineData(120)]
    [InlineData(2)]
    [InlineData(-120)]
    [InlineData(-2)]
    public async Task GivenClockThatJumped_WhenItIsPutRight_ThenDecisionsGoOnAndNoHeldBedIsGivenAway(int minutes)
    {
        var home = await HomeWithOneVacancy();
        var until = _clock.Now.AddMinutes(Math.Abs(minutes) / 2);
        (await Do(home, new PlaceHold(BedType.GeneralNursing, "S-1", Until: until), "hold-1")).IsAccepted.ShouldBeTrue();
        _clock.Now += TimeSpan.FromMinutes(minutes);
        (await Do(home, new ConfirmUnchanged(), "confirm-1")).IsAccepted.ShouldBeTrue();
        _clock.Now -= TimeSpan.FromMinutes(minutes);

        foreach (var activation in new[] { home, await Activate() })
        {
            (await Do(activation, new PlaceHold(BedType.GeneralNursing, "S-2"), $"hold-{activation.GetHashCode()}")).Refusal!.Code.ShouldBe(RefusalCode.NoVacancy);
        }

        (await Do(home, new AcceptHold("hold-1"), "accept")).IsAccepted.ShouldBeTrue();
        _clock.Now = until;
        (await Do(home, new PlaceHold(BedType.GeneralNursing, "S-2", Until: until.AddMinutes(1)), "hold-2")).IsAccepted.ShouldBeTrue();
    }

    [Fact]
    public async Task GivenBedThatWasGivenAwayByAClockThatWasAhead_WhenItIsPutRight_ThenNoneIsFreeAndBothAreHeld()
    {
        var home = await HomeWithOneVacancy();
        await Do(home, new PlaceHold(BedType.GeneralNursing, "S-1", Until: _clock.Now.AddHours(1)), "hold-1");
        _clock.Now += TimeSpan.FromHours(2);
        (await Do(home, new PlaceHold(BedType.GeneralNursing, "S-2"), "hold-2")).IsAccepted.ShouldBeTrue();
        _clock.Now -= TimeSpan.FromHours(2);

        var capacity = (await home.Read()).Capacity;

        capacity.Held(BedType.GeneralNursing, _clock.Now).ShouldBe(2);
        capacity.Available(capacity.Line(BedType.GeneralNursing)!, _clock.Now).ShouldBe(0);
    }

    [Fact]
    public async Task GivenStaleActivation_WhenItsRefusalNoLongerHolds_ThenDone()
    {
        var (one, other) = (await HomeWithOneVacancy(), await Activate());
        await Do(one, new PlaceHold(BedType.GeneralNursing, "S-1"), "hold-1");
        await other.Read();
        await Do(one, new ReleaseHold("hold-1", "placed elsewhere"), "release");
        (await Do(other, new PlaceHold(BedType.GeneralNursing, "S-2"), "hold-2")).ShouldAnswer(new(5));
    }

    [Fact]
    public async Task GivenOperationDone_WhenSentAgainToAnyActivation_ThenTheFirstAnswerAndNothingMore()
    {
        var home = await HomeWithOneVacancy();
        var first = await Do(home, new PlaceHold(BedType.GeneralNursing, "S-1"), "hold-1");
        await Do(home, new ReleaseHold("hold-1", "placed elsewhere"), "release");
        foreach (var activation in new[] { home, await Activate() })
        {
            (await Do(activation, new PlaceHold(BedType.GeneralNursing, "S-1"), "hold-1")).ShouldAnswer(first);
        }

        (await _journal.LastPosition()).ShouldBe(4);
    }

    [Fact]
    public async Task GivenOperationRefused_WhenSentAgainThoughPossibleNow_ThenRefusedAsBefore()
    {
        var home = await HomeWithOneVacancy();
        await Do(home, new PlaceHold(BedType.GeneralNursing, "S-1"), "hold-1");
        var refused = await Do(home, new PlaceHold(BedType.GeneralNursing, "S-2"), "hold-2");
        await Do(home, new ReleaseHold("hold-1", "placed elsewhere"), "release");
        (await Do(home, new PlaceHold(BedType.GeneralNursing, "S-2"), "hold-2")).ShouldBe(refused);
        (await Do(home, new PlaceHold(BedType.GeneralNursing, "S-2"), "hold-3")).IsAccepted.ShouldBeTrue();
    }

    [Fact]
    public async Task GivenOperationRefusedHere_WhenAnotherActivationDidIt_ThenAnsweredAsDone()
    {
        var (home, other) = (await HomeWithOneVacancy(), await Activate());
        await Do(home, new PlaceHold(BedType.GeneralNursing, "S-1"), "hold-1");
        await Do(home, new PlaceHold(BedType.GeneralNursing, "S-2"), "hold-2");
        await Do(home, new ReleaseHold("hold-1", "placed elsewhere"), "release");
        var done = await Do(other, new PlaceHold(BedType.GeneralNursing, "S-2"), "hold-2");
        (await Do(home, new PlaceHold(BedType.GeneralNursing, "S-2"), "hold-2")).ShouldAnswer(done);
    }

    [Fact]
    public async Task GivenRegistrationThatChangedNothing_WhenSentAgainAfterARevision_ThenTheRevisionStays()
    {
        var home = await HomeWithOneVacancy();
        var details = GivenSite.DetailsOf(SiteKind.CareHome);
        (await Do(home, new RegisterSite(details), "again")).ShouldAnswer(new(2));
        await Do(home, new RegisterSite(details with { Rating = CqcRating.Good }), "revise");
        (await Do(home, new RegisterSite(details), "again")).ShouldAnswer(new(2));
        (await home.Read()).Details!.Rating.ShouldBe(CqcRating.Good);
    }

    [Fact]
    public async Task GivenFailureBetweenCommitAndAnswer_WhenSentAgain_ThenDoneOnce()
    {
        var home = await HomeWithOneVacancy();
        _journal.FailsAfterNextAppend = true;
        await Should.ThrowAsync<JournalUnavailableException>(Do(home, new PlaceHold(BedType.GeneralNursing, "S-1"), "hold-1"));
        (await Do(home, new PlaceHold(BedType.GeneralNursing, "S-1"), "hold-1")).ShouldAnswer(new(3));
        (await home.Read()).Capacity.Holds.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task GivenLongHistory_WhenLoaded_ThenFromTheSnapshotAndTheEventsSince()
    {
        var home = await HomeWithOneVacancy();
        await Confirm(home, 20);
        await _journal.SaveSnapshots([Snapshot.Of(await home.Read(), await _journal.LastPosition())]);
        await Confirm(home, 5, "again");
        var watched = new WatchedJournal(_journal);
        var loaded = new JournaledSite<CareHome>(new(Key), watched, _clock);
        await loaded.Load(CancellationToken.None);
        watched.EntriesRead.ShouldBe(5);
        DomainText.Of(await loaded.Read()).ShouldBe(DomainText.Of(await home.Read()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("""{"version":"two"}""")]
    public async Task GivenSnapshotThatCannotBeRead_WhenLoaded_ThenFromTheEvents(string state)
    {
        var home = await HomeWithOneVacancy();
        await _journal.SaveSnapshots([Snapshot.Of(await home.Read(), 2) with { State = Encoding.UTF8.GetBytes(state) }]);
        DomainText.Of(await (await Activate()).Read()).ShouldBe(DomainText.Of(await home.Read()));
    }

    [Fact]
    public async Task GivenSnapshotOfAnotherKindOfSite_WhenLoaded_ThenFromTheEvents()
    {
        var home = await HomeWithOneVacancy();
        await _journal.SaveSnapshots([Snapshot.Of(Site.Empty(SiteKind.Ward, Key) with { Version = 2 }, 2)]);
        DomainText.Of(await (await Activate()).Read()).ShouldBe(DomainText.Of(await home.Read()));
    }

    [Fact]
    public async Task GivenClockGoesBack_WhenSomethingHappens_ThenNotBeforeTheLastEvent()
    {
        var home = await HomeWithOneVacancy();
        _clock.Now = GivenSite.Start.AddHours(-5);
        await Do(home, new ConfirmUnchanged(), "confirm");
        (await home.Read()).LastAt.ShouldBe(GivenSite.Start);
    }

    [Fact]
    public async Task GivenFineClock_WhenSomethingHappens_ThenAtWholeMilliseconds()
    {
        _clock.Now = GivenSite.Start.AddTicks(12345);
        (await (await HomeWithOneVacancy()).Read()).LastAt.ShouldBe(GivenSite.Start.AddMilliseconds(1));
    }

    [Theory]
    [InlineData("", "someone")]
    [InlineData("operation", " ")]
    [InlineData("operation\n", "someone")]
    public async Task GivenNoOperationOrNobody_WhenAsked_ThenRefused(string operation, string by)
    {
        var home = await HomeWithOneVacancy();
        (await home.Execute(new(new ConfirmUnchanged(), operation, by))).Refusal!.Code.ShouldBe(RefusalCode.Invalid);
    }

    /// <summary>Whether the first was recorded, recorded nothing or was refused, here or by an activation that is gone.</summary>
    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task GivenOperationIdThatWasUsed_WhenItComesWithAnotherFingerprint_ThenRefusedAndNothingIsDone(bool again)
    {
        var home = await HomeWithOneVacancy();
        SiteCommand[] commands = [new PlaceHold(BedType.GeneralNursing, "S-1"), new ReopenBeds(BedType.GeneralNursing, 1)];
        foreach (var command in commands)
        {
            var first = await home.Execute(new(command, command.GetType().Name, "someone", "one"));
            var site = again && first.IsAccepted ? await Activate() : home;

            (await site.Execute(new(new ConfirmUnchanged(), command.GetType().Name, "somebody else", "two"))).Refusal.ShouldNotBeNull().Code.ShouldBe(RefusalCode.OperationReused);
            (await site.Execute(new(command, command.GetType().Name, "someone", "one"))).ShouldAnswer(first);
            (await site.Execute(new(command, command.GetType().Name, "someone"))).ShouldAnswer(first);
        }

        (await _journal.LastPosition()).ShouldBe(3);
    }

    private async Task<JournaledSite<CareHome>> HomeWithOneVacancy()
    {
        var home = await Activate();
        await Do(home, new RegisterSite(GivenSite.DetailsOf(SiteKind.CareHome)), "register");
        await Do(home, new DeclareVacancies([new(BedType.GeneralNursing, 10, 9)]), "declare");
        return home;
    }

    private async Task<JournaledSite<CareHome>> Activate()
    {
        var site = new JournaledSite<CareHome>(new(Key), _journal, _clock);
        await site.Load(CancellationToken.None);
        return site;
    }

    private static async Task Confirm(JournaledSite<CareHome> home, int times, string operation = "confirm")
    {
        for (var time = 0; time < times; time++)
        {
            (await Do(home, new ConfirmUnchanged(), $"{operation}-{time}")).IsAccepted.ShouldBeTrue();
        }
    }

    private static Task<Outcome> Do(JournaledSite<CareHome> home, SiteCommand command, string operation) =>
        home.Execute(new(command, operation, "someone"));
}
