using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Store;
using CapacityBoard.Beds;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Sites;

/// <summary>A ward says who is in and who goes, over HTTP and without scripts.</summary>
public sealed class WardPageTests(TestBoard board) : IClassFixture<TestBoard>, IDisposable
{
    private readonly Visitor _visitor = new(board.Address);

    public void Dispose() => _visitor.Dispose();

    [Fact]
    public async Task GivenFreeBed_WhenAdmitted_ThenThePersonIsInIt()
    {
        var ward = await Ward("w1");
        var page = await _visitor.Visit($"{PathOf(ward)}?bed=02");

        var after = await _visitor.Send(page, "admission-form", ("stay", "SH900"), ("age", "85-and-over"));

        after.Path.ShouldBe(PathOf(ward));
        after.Said.ShouldContain("SH900 is in bed 02.");
        after.Text.ShouldContain("SH900 , aged 85 or over");
    }

    [Fact]
    public async Task GivenAName_ThenItIsNotTakenForAReference()
    {
        var ward = await Ward("w2");
        var page = await _visitor.Visit($"{PathOf(ward)}?bed=02");

        var after = await _visitor.Send(page, "admission-form", ("stay", "Ada Brown"));

        after.ErrorSummary.ShouldContain("Do not enter a name.");
        after.Form("admission-form").Fields["stay"].ShouldBe("Ada Brown");
    }

    [Fact]
    public async Task GivenPerson_WhenOptimisedAndDischarged_ThenTheBedIsFree()
    {
        var ward = await Ward("w3");
        var open = $"{PathOf(ward)}?bed=01";
        (await _visitor.Send(await _visitor.Visit(open), "optimised")).Text.ShouldContain("Medically optimised today");

        var after = await _visitor.Send(await _visitor.Visit(open), "discharge", ("destination", "care-home"));

        after.Said.ShouldContain("SH100 discharged");
        (await board.Read(SiteKind.Ward, ward)).Text.ShouldNotContain("SH100");
    }

    [Fact]
    public async Task GivenBedTakenOnTheOtherWard_WhenTransferred_ThenRefusedAndThePersonStaysUntilThereIsOne()
    {
        var (from, to) = (await Ward("w4", hospital: "the-first"), await Ward("w5", "SH200", "the-first"));
        var page = await _visitor.Visit($"{PathOf(from)}?bed=01");

        var refused = await _visitor.Send(page, "transfer", ("to", to.Value), ("bed", "01"));
        refused.ErrorSummary.ShouldBe("Another person is in bed 01.");

        var done = await _visitor.Send(refused, "transfer", ("to", to.Value), ("bed", "02"));
        done.Said.ShouldContain("SH100 is on W5, bed 02.");
        (await _visitor.Visit(PathOf(to))).Text.ShouldContain("SH100");
    }

    [Fact]
    public async Task GivenBedTaken_WhenTheBedIsChanged_ThenTheTwoCanSwap()
    {
        var ward = await Ward("w6", beds: 2);
        (await board.Say(SiteKind.Ward, ward, new AdmitStay("SH101", "02"))).ThenAccepted();
        var page = await _visitor.Visit($"{PathOf(ward)}?bed=01");

        var refused = await _visitor.Send(page, "move", ("bed", "02"));
        refused.ErrorSummary.ShouldBe("Another person is in bed 02.");
        refused.Text.ShouldContain("Swap beds with SH101");
        var swapped = await _visitor.Send(refused, "move", ("bed", "02"), ("swap", "SH101"));

        swapped.Said.ShouldContain("SH100 is in bed 02, and SH101 has moved to their bed.");
        swapped.ErrorSummary.ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenTwoFullWards_WhenTransferredToATakenBed_ThenTheTwoCanSwap()
    {
        var (from, to) = (await Ward("w7", hospital: "the-second", beds: 1), await Ward("w8", "SH200", "the-second", beds: 1));
        var page = await _visitor.Visit($"{PathOf(from)}?bed=01");

        var refused = await _visitor.Send(page, "transfer", ("to", to.Value), ("bed", "01"));
        refused.Text.ShouldContain("Swap beds with SH200");
        var seen = await board.Services.GetRequiredService<AccessStore>().Ask(
            context => context.Log.Where(line => line.Act == Acts.SawStays && line.About == to.Value).Select(line => line.Stay).ToListAsync());
        seen.ShouldHaveSingleItem().ShouldBe("SH200");
        var swapped = await _visitor.Send(refused, "transfer", ("to", to.Value), ("bed", "01"), ("swap", "SH200"));

        swapped.Said.ShouldContain("SH100 is on W8, bed 01, and SH200 has moved to their bed here.");
        (await board.Read(SiteKind.Ward, from)).Text.ShouldContain("SH200");
        (await board.Read(SiteKind.Ward, to)).Text.ShouldContain("SH100");
    }

    [Fact]
    public async Task GivenPersonOnAnotherWard_WhenAdmitted_ThenSaidWhereTheyAre()
    {
        var (_, here) = (await Ward("w9", "SH300", "the-third"), await Ward("w10", "SH301", "the-third"));
        var page = await _visitor.Visit($"{PathOf(here)}?bed=02");

        var refused = await _visitor.Send(page, "admission-form", ("stay", "sh300"));

        refused.ErrorSummary.ShouldStartWith("This person is already on W9");
    }

    [Fact]
    public async Task GivenUnit_WhenAdmittedAtItsPeople_ThenOfTheBedTypeChosen()
    {
        var unit = SiteKey.Of(TestBoard.Locality, "the-unit");
        (await board.Register(SiteKind.IntermediateCareUnit, unit)).ThenAccepted();
        (await board.Say(SiteKind.IntermediateCareUnit, unit, new DeclareVacancies([new(BedType.StepUp, 2, 0), new(BedType.StepDown, 2, 0)]))).ThenAccepted();
        await board.OnTheBoard(unit);
        var page = await _visitor.Visit("/stockport/sites/the-unit/people?bed=03");

        var after = await _visitor.Send(page, "admission-form", ("stay", "SH300"), ("type", "step-up"));

        after.Text.ShouldContain("SH300 , age not known, step up");
    }

    private static string PathOf(SiteKey ward) => $"/{ward.Locality}/sites/{ward.Hospital}/{ward.Name}";

    /// <summary>A ward of three beds, or so many, with one person in bed 01, in a hospital of its own unless one is named.</summary>
    private async Task<SiteKey> Ward(string name, string stay = "SH100", string? hospital = null, int beds = 3)
    {
        var ward = SiteKey.OfWard(TestBoard.Locality, hospital ?? $"hospital-of-{name}", name);
        (await board.Register(SiteKind.Ward, ward)).ThenAccepted();
        (await board.Say(SiteKind.Ward, ward, new DeclareVacancies([new(BedType.Inpatient, beds, 0)]))).ThenAccepted();
        (await board.Say(SiteKind.Ward, ward, new AdmitStay(stay, "01"))).ThenAccepted();
        await board.OnTheBoard(ward);
        return ward;
    }
}
