using CapacityBoard.Beds;
using CapacityBoard.GrandRounds;
using CapacityBoard.Holds;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Stories;

/// <summary>What holds for the story of every stay, whatever happened.</summary>
public sealed class StoryLaws
{
    private static readonly SiteKey Ward = GivenSite.KeyOf(SiteKind.Ward);

    [Fact]
    public void GivenAnyHistory_ThenEveryEventOfAStayIsToldOnceAndInItsOrder() => Law.HoldsForAll(SiteActs.Any, async history =>
    {
        var (journal, entries) = await Recorded(history);
        foreach (var reference in References(entries))
        {
            var found = await new StayStories(new SearchedJournal(journal), journal).Read(Ward, reference);
            var told = Told(found, reference);

            var begins = entries.LastOrDefault(entry => entry.Event is StayAdmitted && IsOf(reference, entry))?.At.AddDays(-15);
            var expected = entries.Where(entry => !(entry.At < begins)).Where(entry => IsOf(reference, entry) || IsOfHoldFor(reference, entry, entries, begins)).Select(entry => entry.Position);
            told.Reverse().Select(line => line.Entry.Position).ShouldBe(expected);
            told.ShouldAllBe(line => line.Words.Length > 0 && !line.Words.StartsWith("Something else", StringComparison.Ordinal));
        }
    });

    [Fact]
    public void GivenAnyHistory_ThenAStoryNamesNoOtherStay() => Law.HoldsForAll(SiteActs.Any, async history =>
    {
        var (journal, entries) = await Recorded(history);
        var references = References(entries);
        foreach (var reference in references)
        {
            var told = Told(await new StayStories(new SearchedJournal(journal), journal).Read(Ward, reference), reference);
            told.ShouldAllBe(line => !references.Any(other => other != reference && line.Words.Contains(other)));
        }
    });

    [Fact]
    public void GivenAnyHistory_WhenToldAsAtAnEarlierMoment_ThenAsItWasToldThen() => Law.HoldsForAll(SiteActs.Any, async history =>
    {
        var (journal, entries) = await Recorded(history);
        var until = entries[entries.Count / 2].At;
        var then = new InMemoryJournal();
        foreach (var entry in entries.Where(entry => entry.At <= until))
        {
            await then.Append(new(entry.Site, entry.Version - 1, entry.At, entry.By, $"operation-{entry.Version}", [entry.Event]));
        }

        foreach (var reference in References(entries))
        {
            var told = await new StayStories(new SearchedJournal(journal), journal).Read(Ward, reference, until);
            told.Select(entry => entry.Position).ShouldBe(
                (await new StayStories(new SearchedJournal(then), then).Read(Ward, reference)).Select(entry => entry.Position));
        }
    });

    [Fact]
    public void GivenAnyHistory_WhenSearchedALittleAtATime_ThenTheStoryIsTheSame() => Law.HoldsForAll(SiteActs.Any, async history =>
    {
        var (journal, entries) = await Recorded(history);
        foreach (var reference in References(entries))
        {
            var little = new StayStories(new SearchedJournal(journal), journal) { PositionsAtOnce = 3 };
            (await little.Read(Ward, reference)).ShouldBe(await new StayStories(new SearchedJournal(journal), journal).Read(Ward, reference));
        }
    });

    private static IReadOnlyList<StoryLine> Told(IReadOnlyList<JournalEntry> entries, string reference) =>
        StoryTeller.Tell(entries, reference, site => site.Name, GivenSite.Start.AddDays(300));

    private static List<string> References(IEnumerable<JournalEntry> entries) =>
        [.. entries.Select(entry => StayEvents.StayOf(entry.Event)).OfType<string>().Distinct(StayReferences.Comparer)];

    private static bool IsOf(string reference, JournalEntry entry) => StayReferences.AreSame(StayEvents.StayOf(entry.Event), reference);

    private static bool IsOfHoldFor(string reference, JournalEntry entry, IEnumerable<JournalEntry> entries, DateTimeOffset? begins) => entry.Event switch
    {
        HoldExtended e => IsFor(e.Id, reference, entries, begins),
        HoldReleased e => IsFor(e.Id, reference, entries, begins),
        HoldAccepted e => IsFor(e.Id, reference, entries, begins),
        HoldDeclined e => IsFor(e.Id, reference, entries, begins),
        AssessmentPlanned e => IsFor(e.Id, reference, entries, begins),
        _ => false,
    };

    private static bool IsFor(string hold, string reference, IEnumerable<JournalEntry> entries, DateTimeOffset? begins) =>
        entries.Any(entry => entry.Event is HoldPlaced placed && placed.Id == hold && StayReferences.AreSame(placed.Stay, reference) && !(entry.At < begins));

    /// <summary>The history at a ward, with what is planned and reviewed for its people in between.</summary>
    private static async Task<(InMemoryJournal Journal, IReadOnlyList<JournalEntry> Entries)> Recorded(SiteActs history)
    {
        var (journal, ward) = (new InMemoryJournal(), GivenSite.Unregistered(SiteKind.Ward));
        await Say(journal, ward, new RegisterSite(GivenSite.DetailsOf(SiteKind.Ward)), "register");
        for (var index = 0; index < history.Steps.Length; index++)
        {
            var step = history.Steps[index];
            ward.After(step.Wait);
            var command = step.Verb % 3 == 0 && ward.Site.Stays.All is { IsEmpty: false } stays
                ? Planned(step, stays[step.B % stays.Length], ward.Now)
                : RandomCommands.Of(step, ward.Site, ward.Now);
            await Say(journal, ward, command, $"operation-{index}");
        }

        return (journal, await journal.ReadFrom(0, int.MaxValue));
    }

    private static async Task Say(InMemoryJournal journal, GivenSite ward, SiteCommand command, string operation)
    {
        var version = ward.Site.Version;
        if (ward.When(command, operation).Decision is { Events: { IsEmpty: false } events })
        {
            await journal.Append(new(ward.Site.Key, version, ward.Now, "someone", operation, events));
        }
    }

    private static SiteCommand Planned(Step step, Stay stay, DateTimeOffset now)
    {
        var (reference, today) = (stay.Reference, LocalDay.Of(now));
        var reason = (DelayReason)(step.A % 18);
        var action = stay.Round?.Open.FirstOrDefault()?.Id ?? "none";
        return (step.Verb / 3 % 16) switch
        {
            0 => new SetPathway(reference, step.A % 5 == 4 ? null : (Pathway)(step.A % 5)),
            1 => new SetNeeds(reference, new([BedType.GeneralNursing], Dementia: step.A % 2 == 0, Near: "SK2 7JE", WithinKilometres: step.B + 1)),
            2 or 3 => new RecordDelay(reference, reason, Primary: step.C % 2 == 0),
            4 => new EndDelay(reference, stay.PrimaryDelay?.Reason ?? reason),
            5 => new MarkDay(reference, today, IsGreen: true),
            6 => new MarkDay(reference, today, IsGreen: false, reason, "No porter"),
            7 => new GiveChoiceList(reference, step.A, now),
            8 => new ReviewStay(reference, (ReviewOutcome)(step.A % 5), "Seen", [new("Ring the home", "Ward", today.AddDays(1))], stay.Round?.Last?.Id),
            9 => new AgreeAction(reference, "Order a bed", "Therapy", today.AddDays(step.A % 4)),
            10 => new CompleteAction(reference, action, step.A % 2 == 0 ? "Rang" : null),
            11 => new ChangeAction(reference, action, "Pharmacy", today.AddDays(2)),
            12 => new DropAction(reference, action, "Went home"),
            13 => new CancelMedicallyOptimised(reference, "wrong person"),
            14 => new CorrectStay(reference, "typed wrongly", AgeBand.From85, HomeLocality: "trafford"),
            _ => new CancelAdmission(reference, "wrong person"),
        };
    }
}
