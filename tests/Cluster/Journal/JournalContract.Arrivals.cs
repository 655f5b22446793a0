using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Journal;

/// <summary>A person is on one ward of a hospital at a time, whatever capitals their reference is written with.</summary>
public abstract partial class JournalContract
{
    private static readonly SiteKey A1 = Ward("a1");
    private static readonly SiteKey B2 = Ward("b2");

    [Theory]
    [InlineData("SH1")]
    [InlineData("sh1")]
    public async Task GivenPersonOnAWard_WhenAdmittedOnAnother_ThenNothingIsRecordedAndToldWhereTheyAre(string written)
    {
        await Append(A1, 0, Admitted("SH1"));

        var result = await Append(B2, 0, Admitted(written));

        result.ShouldBe(new(AppendStatus.Elsewhere, Version: 0, IsOn: A1));
        (await Journal.LastPosition()).ShouldBe(1);
    }

    [Fact]
    public async Task GivenPersonWhoLeft_WhenAdmittedOnAnother_ThenRecorded()
    {
        await Append(A1, 0, Admitted("SH1"));
        await Append(A1, 1, new StayDischarged("SH1", BedType.Inpatient, Destination.UsualResidence, Appends.Wednesday));
        await Append(A1, 2, Admitted("SH2"));
        await Append(A1, 3, new AdmissionCancelled("SH2", BedType.Inpatient, "wrong person"));

        (await Append(B2, 0, Admitted("SH1"))).Status.ShouldBe(AppendStatus.Appended);
        (await Append(B2, 1, Admitted("SH2"))).Status.ShouldBe(AppendStatus.Appended);
    }

    [Fact]
    public async Task GivenDischargeOfSomebodyWhoCameBackElsewhere_WhenCancelled_ThenNothingIsRecorded()
    {
        await Append(A1, 0, Admitted("SH1"));
        await Append(A1, 1, new StayDischarged("SH1", BedType.Inpatient, Destination.UsualResidence, Appends.Wednesday));
        await Append(B2, 0, Admitted("SH1"));

        var result = await Append(A1, 2, new DischargeCancelled(StayOf("SH1"), "they never left"));

        result.ShouldBe(new(AppendStatus.Elsewhere, Version: 2, IsOn: B2));
    }

    [Fact]
    public async Task GivenTransfer_ThenRecordedFromTheWardThatSendsAloneAndTheyAreWhereTheyCame()
    {
        await Append(A1, 0, Admitted("SH1"));

        (await Append(B2, 0, new TransferAccepted(StayOf("SH1"), Ward("c3")))).IsOn.ShouldBe(A1);
        (await Append(B2, 0, new TransferAccepted(StayOf("SH1"), A1))).Status.ShouldBe(AppendStatus.Appended);
        await Append(A1, 1, new TransferCompleted("SH1", BedType.Inpatient, B2));

        (await Append(A1, 2, Admitted("SH1"))).IsOn.ShouldBe(B2);
    }

    [Fact]
    public async Task GivenSameReferenceInAnotherHospitalOrUnit_ThenAnotherPerson()
    {
        await Append(A1, 0, Admitted("SH1"));

        (await Append(SiteKey.OfWard("stockport", "stepping", "a1"), 0, Admitted("SH1"))).Status.ShouldBe(AppendStatus.Appended);
        (await Append(SiteKey.Of("stockport", "the-meadows"), 0, Admitted("SH1"))).Status.ShouldBe(AppendStatus.Appended);
    }

    [Fact]
    public async Task GivenManyWardsAdmitOnePersonAtOnce_ThenOneHasThem()
    {
        var results = await Task.WhenAll(Enumerable.Range(1, 16).Select(ward => Append(Ward($"w{ward}"), 0, Admitted(ward % 2 == 0 ? "SH1" : "sh1"))));

        results.Count(result => result.Status == AppendStatus.Appended).ShouldBe(1);
        results.Count(result => result.Status == AppendStatus.Elsewhere).ShouldBe(15);
    }

    [Fact]
    public async Task GivenAppendsThatFollowEachOther_WhenNoneIsWaitedFor_ThenEachFindsTheOnesBefore()
    {
        var appends = Enumerable.Range(0, 50).SelectMany(number => new[]
        {
            Append(A1, number * 2, Admitted($"SH{number}")),
            Append(A1, number * 2 + 1, new StayDischarged($"SH{number}", BedType.Inpatient, Destination.UsualResidence, Appends.Wednesday)),
            Append(B2, number * 2, Admitted($"SH{number}")),
            Append(B2, number * 2 + 1, new StayDischarged($"SH{number}", BedType.Inpatient, Destination.UsualResidence, Appends.Wednesday)),
        }).ToList();

        (await Task.WhenAll(appends)).ShouldAllBe(result => result.Status == AppendStatus.Appended);
    }

    private static SiteKey Ward(string name) => SiteKey.OfWard("stockport", "stepping-hill", name);

    private static Stay StayOf(string reference) => new(reference, "1", BedType.Inpatient, AgeBand.NotKnown, Appends.Wednesday, Appends.Wednesday);

    private static StayAdmitted Admitted(string reference) => new(StayOf(reference));

    private Task<AppendResult> Append(SiteKey site, long expected, SiteEvent happened) =>
        Journal.Append(new(site, expected, Appends.Wednesday, "Sister Brown", Guid.NewGuid().ToString(), [happened]));
}
