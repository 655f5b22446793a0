using System.Collections.Immutable;
using CapacityBoard.Beds;
using CapacityBoard.Support;

namespace CapacityBoard.Sites;

public sealed class RegistrationTests
{
    private static readonly SiteDetails Full = new(
        SiteKind.CareHome,
        "The Site",
        "1-1000000001",
        Address: "1 High Street, Stockport",
        Postcode: "SK2 7JE",
        Position: new(53.38, -2.13),
        Neighbourhood: "Heatons and Tame Valley",
        Telephone: "0161 496 0000",
        Website: "https://example.org",
        Rating: CqcRating.Good,
        RegisteredBeds: 40,
        Services: ["Dementia", "Caring for adults over 65 yrs"]);

    [Fact]
    public void GivenNothing_WhenRegister_ThenRegistered() => GivenSite.Unregistered(SiteKind.CareHome)
        .When(new RegisterSite(Full))
        .ThenHappened(new SiteRegistered(Full))
        .Site.Details.ShouldBe(Full);

    [Fact]
    public void GivenRegistered_WhenRegisterTheSame_ThenNothingIsRecorded() => GivenSite.Unregistered(SiteKind.CareHome)
        .And(new RegisterSite(Full))
        .When(new RegisterSite(Full with { Services = [.. Full.Services] }))
        .ThenNothingHappened();

    [Fact]
    public void GivenRegistered_WhenAnyDetailIsNew_ThenRevised()
    {
        SiteDetails[] revisions =
        [
            Full with { Rating = CqcRating.RequiresImprovement },
            Full with { Services = ["Dementia"] },
            Full with { Services = [] },
            Full with { Position = null },
            Full with { OtherReferences = ["1-1000000002"] },
        ];
        foreach (var revised in revisions)
        {
            GivenSite.Unregistered(SiteKind.CareHome).And(new RegisterSite(Full))
                .When(new RegisterSite(revised))
                .ThenHappened(new SiteDetailsRevised(revised))
                .Site.Details.ShouldBe(revised);
        }
    }

    [Fact]
    public void GivenRegistered_WhenRevised_ThenTheBedsStay() => GivenSite.CareHome().Declared(BedType.GeneralNursing, 10, 5)
        .When(new RegisterSite(Full))
        .ThenLine(BedType.GeneralNursing, 10, 5, 0);

    [Theory]
    [InlineData(SiteKind.CareHome)]
    [InlineData(SiteKind.IntermediateCareUnit)]
    [InlineData(SiteKind.Ward)]
    [InlineData(SiteKind.HomeCareProvider)]
    public void GivenUnregistered_WhenAnythingElse_ThenRefused(SiteKind kind) => GivenSite.Unregistered(kind)
        .When(new DeclareVacancies([new(BedTypes.Of(kind)[0], 10, 0)]))
        .ThenRefused(RefusalCode.UnknownSite);

    [Theory]
    [InlineData(SiteKind.CareHome, SiteKind.HomeCareProvider)]
    [InlineData(SiteKind.HomeCareProvider, SiteKind.CareHome)]
    [InlineData(SiteKind.Ward, SiteKind.IntermediateCareUnit)]
    public void GivenKind_WhenRegisterAnother_ThenRefused(SiteKind kind, SiteKind other) => GivenSite.Unregistered(kind)
        .When(new RegisterSite(GivenSite.DetailsOf(other)))
        .ThenRefused(RefusalCode.Invalid, "details.kind");

    [Fact]
    public void GivenRegisteredAsAnotherKind_WhenAnything_ThenRefused()
    {
        var given = GivenSite.Unregistered(SiteKind.CareHome).And(new SiteRegistered(GivenSite.DetailsOf(SiteKind.HomeCareProvider)));
        given.When(new ConfirmUnchanged()).ThenRefused(RefusalCode.UnknownSite);
        given.When(new RegisterSite(Full)).ThenRefused(RefusalCode.UnknownSite);
    }

    [Fact]
    public void GivenKeyOfAnotherKind_WhenRegister_ThenRefused()
    {
        Refused(Site.Empty(SiteKind.CareHome, GivenSite.KeyOf(SiteKind.Ward)), Full, "site");
        Refused(Site.Empty(SiteKind.Ward, GivenSite.KeyOf(SiteKind.CareHome)), GivenSite.DetailsOf(SiteKind.Ward), "site");
    }

    [Fact]
    public void GivenWard_WhenRegisterWithoutHospital_ThenRefused() => GivenSite.Unregistered(SiteKind.Ward)
        .When(new RegisterSite(GivenSite.DetailsOf(SiteKind.Ward) with { Hospital = null }))
        .ThenRefused(RefusalCode.Invalid, "details.hospital");

    public static TheoryData<string, SiteDetails> WrongDetails => new()
    {
        { "details.name", Full with { Name = "" } },
        { "details.name", Full with { Name = new string('x', 201) } },
        { "details.name", Full with { Name = "two\nlines" } },
        { "details.reference", Full with { Reference = new string('x', 101) } },
        { "details.hospital", Full with { Hospital = "Stepping Hill Hospital" } },
        { "details.address", Full with { Address = new string('x', 501) } },
        { "details.neighbourhood", Full with { Neighbourhood = new string('x', 101) } },
        { "details.postcode", Full with { Postcode = "SK27JE" } },
        { "details.postcode", Full with { Postcode = "sk2 7je" } },
        { "details.postcode", Full with { Postcode = "SK2 7JE\n" } },
        { "details.position", Full with { Position = new(48.9, -2.1) } },
        { "details.position", Full with { Position = new(53.4, 2.6) } },
        { "details.position", Full with { Position = new(-2.1, 53.4) } },
        { "details.position", Full with { Position = new(double.NaN, -2.1) } },
        { "details.telephone", Full with { Telephone = "1617777e3" } },
        { "details.telephone", Full with { Telephone = "12345678" } },
        { "details.telephone", Full with { Telephone = "0161 496 0000\n" } },
        { "details.website", Full with { Website = "www.example.org" } },
        { "details.website", Full with { Website = "javascript:alert(1)" } },
        { "details.website", Full with { Website = "https://example.org/" + new string('x', 300) } },
        { "details.registeredBeds", Full with { RegisteredBeds = -1 } },
        { "details.registeredBeds", Full with { RegisteredBeds = 2001 } },
        { "details.services", Full with { Services = [.. Enumerable.Repeat("Dementia", 41)] } },
        { "details.services", Full with { Services = [" "] } },
        { "details.otherReferences", Full with { OtherReferences = [.. Enumerable.Repeat("1-1", 11)] } },
        { "details.otherReferences", Full with { OtherReferences = [""] } },
    };

    [Theory, MemberData(nameof(WrongDetails))]
    public void GivenWrongDetail_WhenRegister_ThenRefusedByItsField(string field, SiteDetails details) => GivenSite.Unregistered(SiteKind.CareHome)
        .When(new RegisterSite(details))
        .ThenRefused(RefusalCode.Invalid, field);

    [Theory]
    [InlineData("M1 1AE")]
    [InlineData("SW1A 2AA")]
    [InlineData("OL16 2AY")]
    public void GivenPostcodeOfAnyForm_WhenRegister_ThenRegistered(string postcode) => GivenSite.Unregistered(SiteKind.CareHome)
        .When(new RegisterSite(Full with { Postcode = postcode }))
        .Site.Details!.Postcode.ShouldBe(postcode);

    [Fact]
    public void GivenNoServicesSaid_WhenDetailsMade_ThenAnEmptyListAndNeverNone() =>
        new SiteDetails(SiteKind.CareHome, "The Site").Services.ShouldBe(ImmutableArray<string>.Empty);

    private static void Refused(Site site, SiteDetails details, string field)
    {
        var refusal = SiteDecisions.Decide(new RegisterSite(details), site, new(GivenSite.Start, "operation")).Refusal.ShouldNotBeNull();
        (refusal.Code, refusal.Field).ShouldBe((RefusalCode.Invalid, field));
    }
}
