using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Support;

namespace CapacityBoard.Stays;

public sealed class DelayReasonsTests
{
    [Fact]
    public void GivenEveryReason_ThenItHasAnEntryOfItsOwn()
    {
        DelayReasons.All.ShouldBe(Enum.GetValues<DelayReason>(), ignoreOrder: true);
        DelayReasons.All.Select(reason => reason.Entry().Words).ShouldBeUnique();
    }

    [Fact]
    public void GivenTheAcuteReport_ThenItHas37ReasonsInItsFiveFamilies() => DelayList.Acute.Reasons.CountBy(listed => listed.Reason.Entry().Family).ShouldBe(
    [
        new(DelayFamily.HospitalProcess, 7), new(DelayFamily.WellbeingConcerns, 4), new(DelayFamily.CareTransferHubProcess, 3),
        new(DelayFamily.InterfaceProcess, 12), new(DelayFamily.Capacity, 11),
    ]);

    [Fact]
    public void GivenTheCommunityReport_ThenItHas18ReasonsAndCountsEveryOtherUnderOneOfThem()
    {
        var listed = DelayList.Community.Reasons.Select(each => each.Reason).ToList();
        (listed.Count, listed.Distinct().Count()).ShouldBe((18, 18));
        DelayReasons.All.ShouldAllBe(reason => listed.Contains(DelayList.Community.CountedAs(reason)));
        listed.ShouldAllBe(reason => DelayList.Community.CountedAs(reason) == reason);
    }

    [Fact]
    public void GivenKindsOfSite_ThenUnitsUseTheCommunitysList() =>
        Enum.GetValues<SiteKind>().Where(kind => DelayList.Of(kind) == DelayList.Community).ShouldBe([SiteKind.IntermediateCareUnit]);

    [Fact]
    public void GivenReasonThatNamesPathways_ThenItFitsPeopleOnThem()
    {
        foreach (var entry in DelayReasons.All.Select(reason => reason.Entry()).Where(entry => !entry.Pathways.IsEmpty))
        {
            Enum.GetValues<Pathway>().Where(pathway => entry.Fits(pathway)).ShouldBe(entry.Pathways);
            entry.Words.ShouldContain("Pathway");
        }
    }

    [Fact]
    public void GivenPathway_ThenWhatIsLikelyFitsItMostOftenFirst()
    {
        var likely = DelayList.Acute.Likely(Pathway.P3).Select(each => each.Reason).ToList();
        likely.ShouldContain(DelayReason.CareHomeNotAvailable);
        likely.ShouldNotContain(DelayReason.BedRehabilitationNotAvailable);
        likely.Select(reason => reason.Entry().Often).ShouldBeInOrder(SortDirection.Descending);
    }

    /// <summary>Facts are stored, and nodes call each other, by number.</summary>
    [Fact]
    public void GivenReasonsAddedSince_ThenTheirNumbersStayAsTheyAre() => string.Join(' ', Enumerable.Range(18, 23).Select(number => (DelayReason)number)).ShouldBe(
        "ReferralToHub DischargeDecision InfectionControl DestinationReadiness MentalCapacity ReferralsByHub BedRehabilitationUnderway HomeSocialCareUnderway "
        + "HomeRehabilitationUnderway OutOfAreaUnderway EndOfLifeUnderway SelfFundedUnderway HomelessHousingUnderway ProviderAction HomeHealthCareUnderway NoRecourse "
        + "HomeRehabilitationNotAvailable EndOfLifeNotAvailable HomeHealthCareNotAvailable RestartOfCare HousingAdaptations TransferToAcute NoPlan");

    /// <summary>The code and the number of each reason of the first list, and what it is now.</summary>
    [Theory]
    [InlineData("assessment-care-home", 0, DelayReason.CareHomeUnderway)]
    [InlineData("assessment-therapy", 1, DelayReason.TherapyReview)]
    [InlineData("assessment-social-work", 2, DelayReason.NeedsAndPathway)]
    [InlineData("assessment-mental-health", 3, DelayReason.MentalHealthBedNotAvailable)]
    [InlineData("funding", 4, DelayReason.FundingEligibility)]
    [InlineData("nhs-non-acute", 5, DelayReason.BedRehabilitationNotAvailable)]
    [InlineData("residential-placement", 6, DelayReason.CareHomeNotAvailable)]
    [InlineData("nursing-placement", 7, DelayReason.CareHomeNotAvailable)]
    [InlineData("care-package", 8, DelayReason.HomeSocialCareNotAvailable)]
    [InlineData("equipment", 9, DelayReason.Equipment)]
    [InlineData("choice", 10, DelayReason.Choice)]
    [InlineData("dispute", 11, DelayReason.FamilyConcerns)]
    [InlineData("housing", 12, DelayReason.HousingNotAvailable)]
    [InlineData("medication", 13, DelayReason.MedicinesOrLetter)]
    [InlineData("transport", 14, DelayReason.Transport)]
    [InlineData("medical-review", 15, DelayReason.MedicalReview)]
    [InlineData("discharge-letter", 16, DelayReason.MedicinesOrLetter)]
    [InlineData("safeguarding", 17, DelayReason.Safeguarding)]
    public void GivenReasonOfTheFirstList_WhenReadOrSentByAnOlderNode_ThenTodays(string code, int number, DelayReason reason)
    {
        Codes.TryParse<DelayReason>(code, out var read).ShouldBeTrue();
        read.ShouldBe(reason);
        Codes.Current((DelayReason)number).ShouldBe(reason);
        Codes.Of((DelayReason)number).ShouldBe(Codes.Of(reason));
        ((DelayReason)number).Entry().ShouldBe(reason.Entry());
    }

    [Fact]
    public void GivenReasonsThatAreOneNow_WhenRecordedByAnOlderNode_ThenOnceUnderTodaysCode() =>
        GivenSite.Ward().Declared(Beds.BedType.Inpatient, 3).And(new AdmitStay("S-1", "1")).And(new RecordDelay("S-1", DelayReason.CareHomeNotAvailable)).When(new RecordDelay("S-1", (DelayReason)7)).ThenNothingHappened();

    [Fact]
    public void GivenStayOfBefore_WhenItHasTwoReasonsThatAreOneNow_ThenTheMainOneIsKept()
    {
        var stay = """
            {"reference":"S-1","bed":"1","type":"inpatient","age":"not-known","admittedAt":"2026-03-01T09:00:00Z","arrivedAt":"2026-03-01T09:00:00Z","plan":{"delays":[
            {"reason":"residential-placement","owner":"social-care","since":"2026-03-02","isPrimary":false,"recorded":{"at":"2026-03-02T09:00:00Z","by":"A1"}},
            {"reason":"nursing-placement","owner":"nhs","since":"2026-03-03","isPrimary":true,"recorded":{"at":"2026-03-02T09:00:00Z","by":"A1"}}],"days":[]}}
            """;
        var admitted = EventCatalogue.Current.Read("stay-admitted", $$"""{"stay":{{stay}}}""");
        var delay = StayRegister.Empty.Apply(admitted, new(GivenSite.Start, "A1")).Find("S-1")!.Delays.ShouldHaveSingleItem();
        (delay.Reason, delay.Owner, delay.IsPrimary).ShouldBe((DelayReason.CareHomeNotAvailable, DelayOwner.Nhs, true));
    }

    [Theory]
    [InlineData(DelayReason.TherapyReview, "A")]
    [InlineData(DelayReason.FundingEligibility, "B")]
    [InlineData(DelayReason.BedRehabilitationNotAvailable, "C")]
    [InlineData(DelayReason.CareHomeNotAvailable, "D")]
    [InlineData(DelayReason.HomeSocialCareUnderway, "E")]
    [InlineData(DelayReason.Equipment, "F")]
    [InlineData(DelayReason.Choice, "G")]
    [InlineData(DelayReason.FamilyConcerns, "H")]
    [InlineData(DelayReason.HousingNotAvailable, "I")]
    [InlineData(DelayReason.Transport, null)]
    public void GivenReason_ThenItsCodeUntil2020(DelayReason reason, string? dtoc) => reason.Entry().Dtoc.ShouldBe(dtoc);
}
