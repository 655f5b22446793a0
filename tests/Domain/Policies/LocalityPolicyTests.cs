using System.Text.Json;
using CapacityBoard.Journal;
using CapacityBoard.Sites;

namespace CapacityBoard.Policies;

/// <summary>What a locality may choose, and what it may not.</summary>
public sealed class LocalityPolicyTests
{
    [Fact]
    public void GivenNothingChosen_ThenTheDefaultsOfTheDomain()
    {
        var policy = LocalityPolicy.Default;

        Enum.GetValues<SiteKind>().Select(policy.FreshnessOf).ShouldBe([new(24, 48), new(12, 24), new(4, 8), new(24, 48)]);
        (policy.LongStayMidnights, policy.SuperStrandedMidnights, policy.DelayedTransferTarget, policy.GrandRoundDay).ShouldBe((7, 21, 15, DayOfWeek.Wednesday));
        policy.WhyInvalid().ShouldBeEmpty();
    }

    [Fact]
    public void GivenPolicy_WhenWrittenAsJson_ThenInPlainNamesAndReadAsTheSame()
    {
        var policy = new LocalityPolicy { Ward = new(2, 6), LongStayMidnights = 5, GrandRoundDay = DayOfWeek.Friday, AssessmentTargets = new() { SocialWork = 36 } };

        var json = JsonSerializer.Serialize(policy, DomainJson.Options);

        json.ShouldBe("{\"careHome\":{\"freshForHours\":24,\"staleAfterHours\":48},\"intermediateCareUnit\":{\"freshForHours\":12,\"staleAfterHours\":24},"
            + "\"ward\":{\"freshForHours\":2,\"staleAfterHours\":6},\"homeCareProvider\":{\"freshForHours\":24,\"staleAfterHours\":48},"
            + "\"longStayMidnights\":5,\"superStrandedMidnights\":21,\"delayedTransferTarget\":15,\"grandRoundDay\":\"friday\","
            + "\"assessmentTargets\":{\"socialWork\":36,\"occupationalTherapy\":24,\"physiotherapy\":24,\"mentalHealth\":24,\"mentalCapacity\":48,\"equipment\":48,"
            + "\"continuingHealthcareChecklist\":48,\"continuingHealthcareAssessment\":672,\"continuingHealthcareDecision\":48,\"fastTrack\":48},"
            + "\"choice\":{\"firstLetterDays\":2,\"secondLetterDays\":5,\"interimDays\":7},"
            + "\"reminders\":{\"minutesBeforeStale\":60,\"remindAtPercent\":50,\"secondContactAtPercent\":65,\"callAtPercent\":80}}");
        JsonSerializer.Deserialize<LocalityPolicy>(json, DomainJson.Options).ShouldBe(policy);
    }

    [Fact]
    public void GivenJsonOfBeforeAChoiceWasOne_WhenRead_ThenTheRestIsTheDefault() =>
        JsonSerializer.Deserialize<LocalityPolicy>("{\"longStayMidnights\":5}", DomainJson.Options).ShouldBe(new() { LongStayMidnights = 5 });

    public static TheoryData<string, LocalityPolicy> Wrong => new()
    {
        { "careHome.freshForHours", new() { CareHome = new(0, 48) } },
        { "careHome.staleAfterHours", new() { CareHome = new(24, 24) } },
        { "assessmentTargets.socialWork", new() { AssessmentTargets = new() { SocialWork = 0 } } },
        { "assessmentTargets.fastTrack", new() { AssessmentTargets = new() { FastTrack = 673 } } },
        { "choice.firstLetterDays", new() { Choice = new() { FirstLetterDays = 0 } } },
        { "choice.secondLetterDays", new() { Choice = new() { FirstLetterDays = 5, SecondLetterDays = 5 } } },
        { "choice.interimDays", new() { Choice = new() { InterimDays = 61 } } },
        { "reminders.minutesBeforeStale", new() { Reminders = new() { MinutesBeforeStale = 1441 } } },
        { "reminders.remindAtPercent", new() { Reminders = new() { RemindAtPercent = 0 } } },
        { "reminders.secondContactAtPercent", new() { Reminders = new() { SecondContactAtPercent = 50 } } },
        { "reminders.callAtPercent", new() { Reminders = new() { CallAtPercent = 101 } } },
        { "intermediateCareUnit.staleAfterHours", new() { IntermediateCareUnit = new(12, 337) } },
        { "ward.staleAfterHours", new() { Ward = new(8, 4) } },
        { "homeCareProvider.freshForHours", new() { HomeCareProvider = new(-5, 48) } },
        { "longStayMidnights", new() { LongStayMidnights = 0 } },
        { "longStayMidnights", new() { LongStayMidnights = 61, SuperStrandedMidnights = 70 } },
        { "superStrandedMidnights", new() { LongStayMidnights = 21 } },
        { "superStrandedMidnights", new() { SuperStrandedMidnights = 366 } },
        { "delayedTransferTarget", new() { DelayedTransferTarget = -1 } },
        { "delayedTransferTarget", new() { DelayedTransferTarget = 501 } },
        { "grandRoundDay", new() { GrandRoundDay = (DayOfWeek)7 } },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void GivenWhatCannotBe_ThenItsFieldIsNamedWithWhatIsAllowed(string field, LocalityPolicy policy)
    {
        var problem = policy.WhyInvalid().ShouldHaveSingleItem();

        problem.Field.ShouldBe(field);
        problem.Message.ShouldEndWith(".");
    }

    [Fact]
    public void GivenTheBounds_ThenTheyAreAllowed()
    {
        new LocalityPolicy { CareHome = new(1, 2), Ward = new(335, 336), LongStayMidnights = 1, SuperStrandedMidnights = 2, DelayedTransferTarget = 0 }.WhyInvalid().ShouldBeEmpty();
        new LocalityPolicy { LongStayMidnights = 60, SuperStrandedMidnights = 365, DelayedTransferTarget = 500 }.WhyInvalid().ShouldBeEmpty();
    }

    [Fact]
    public void GivenWrongHours_ThenAPersonIsToldWhichAreAllowed() => new LocalityPolicy { Ward = new(4, 4) }.WhyInvalid().Single().Message
        .ShouldBe("Ward: figures must become stale after they stop being fresh, at a whole number of hours from 5 to 336.");
}
